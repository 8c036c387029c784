/// What botocore 1.43.11 resolves from its endpoint rule sets, one group of regions a line.
///
/// Service, mode, host (`none`: refused), signing region, then the regions asked for, which `*` stands for.
let expectedEndpoints = """
    s3 plain bkt.s3.*.amazonaws.com * us-east-1 us-east-2 us-west-2 eu-west-1 eu-central-2 ap-southeast-2 me-south-1
    s3 plain bkt.s3.*.amazonaws.com * il-central-1 mx-central-1 sa-east-1 ap-newplace-7 us-gov-west-1 us-gov-east-1
    s3 plain bkt.s3.*.amazonaws.com.cn * cn-north-1 cn-northwest-1
    s3 plain bkt.s3.*.c2s.ic.gov * us-iso-east-1 us-iso-west-1
    s3 plain bkt.s3.*.sc2s.sgov.gov * us-isob-east-1
    s3 plain bkt.s3.*.cloud.adc-e.uk * eu-isoe-west-1
    s3 plain bkt.s3.*.csp.hci.ic.gov * us-isof-south-1 us-isof-east-1
    s3 plain bkt.s3.*.amazonaws.eu * eusc-de-east-1
    s3 dual bkt.s3.dualstack.*.amazonaws.com * us-east-1 us-east-2 us-west-2 eu-west-1 eu-central-2 ap-southeast-2
    s3 dual bkt.s3.dualstack.*.amazonaws.com * me-south-1 il-central-1 mx-central-1 sa-east-1 ap-newplace-7
    s3 dual bkt.s3.dualstack.*.amazonaws.com * us-gov-west-1 us-gov-east-1
    s3 dual bkt.s3.dualstack.*.amazonaws.com.cn * cn-north-1 cn-northwest-1
    s3 dual bkt.s3.dualstack.*.c2s.ic.gov * us-iso-east-1 us-iso-west-1
    s3 dual bkt.s3.dualstack.*.sc2s.sgov.gov * us-isob-east-1
    s3 dual bkt.s3.dualstack.*.cloud.adc-e.uk * eu-isoe-west-1
    s3 dual bkt.s3.dualstack.*.csp.hci.ic.gov * us-isof-south-1 us-isof-east-1
    s3 dual bkt.s3.dualstack.*.amazonaws.eu * eusc-de-east-1
    s3 fips bkt.s3-fips.*.amazonaws.com * us-east-1 us-east-2 us-west-2 eu-west-1 eu-central-2 ap-southeast-2
    s3 fips bkt.s3-fips.*.amazonaws.com * me-south-1 il-central-1 mx-central-1 sa-east-1 ap-newplace-7 us-gov-west-1
    s3 fips bkt.s3-fips.*.amazonaws.com * us-gov-east-1
    s3 fips none - cn-north-1 cn-northwest-1
    s3 fips bkt.s3-fips.*.c2s.ic.gov * us-iso-east-1 us-iso-west-1
    s3 fips bkt.s3-fips.*.sc2s.sgov.gov * us-isob-east-1
    s3 fips bkt.s3-fips.*.cloud.adc-e.uk * eu-isoe-west-1
    s3 fips bkt.s3-fips.*.csp.hci.ic.gov * us-isof-south-1 us-isof-east-1
    s3 fips bkt.s3-fips.*.amazonaws.eu * eusc-de-east-1
    s3 fips+dual bkt.s3-fips.dualstack.*.amazonaws.com * us-east-1 us-east-2 us-west-2 eu-west-1 eu-central-2
    s3 fips+dual bkt.s3-fips.dualstack.*.amazonaws.com * ap-southeast-2 me-south-1 il-central-1 mx-central-1
    s3 fips+dual bkt.s3-fips.dualstack.*.amazonaws.com * sa-east-1 ap-newplace-7 us-gov-west-1 us-gov-east-1
    s3 fips+dual none - cn-north-1 cn-northwest-1
    s3 fips+dual bkt.s3-fips.dualstack.*.c2s.ic.gov * us-iso-east-1 us-iso-west-1
    s3 fips+dual bkt.s3-fips.dualstack.*.sc2s.sgov.gov * us-isob-east-1
    s3 fips+dual bkt.s3-fips.dualstack.*.cloud.adc-e.uk * eu-isoe-west-1
    s3 fips+dual bkt.s3-fips.dualstack.*.csp.hci.ic.gov * us-isof-south-1 us-isof-east-1
    s3 fips+dual bkt.s3-fips.dualstack.*.amazonaws.eu * eusc-de-east-1
    s3control plain 123456789012.s3-control.*.amazonaws.com * us-east-1 us-east-2 us-west-2 eu-west-1 eu-central-2
    s3control plain 123456789012.s3-control.*.amazonaws.com * ap-southeast-2 me-south-1 il-central-1 mx-central-1
    s3control plain 123456789012.s3-control.*.amazonaws.com * sa-east-1 ap-newplace-7 us-gov-west-1 us-gov-east-1
    s3control plain 123456789012.s3-control.*.amazonaws.com.cn * cn-north-1 cn-northwest-1
    s3control plain 123456789012.s3-control.*.c2s.ic.gov * us-iso-east-1 us-iso-west-1
    s3control plain 123456789012.s3-control.*.sc2s.sgov.gov * us-isob-east-1
    s3control plain 123456789012.s3-control.*.cloud.adc-e.uk * eu-isoe-west-1
    s3control plain 123456789012.s3-control.*.csp.hci.ic.gov * us-isof-south-1 us-isof-east-1
    s3control plain 123456789012.s3-control.*.amazonaws.eu * eusc-de-east-1
    s3control dual 123456789012.s3-control.dualstack.*.amazonaws.com * us-east-1 us-east-2 us-west-2 eu-west-1
    s3control dual 123456789012.s3-control.dualstack.*.amazonaws.com * eu-central-2 ap-southeast-2 me-south-1
    s3control dual 123456789012.s3-control.dualstack.*.amazonaws.com * il-central-1 mx-central-1 sa-east-1
    s3control dual 123456789012.s3-control.dualstack.*.amazonaws.com * ap-newplace-7 us-gov-west-1 us-gov-east-1
    s3control dual 123456789012.s3-control.dualstack.*.amazonaws.com.cn * cn-north-1 cn-northwest-1
    s3control dual 123456789012.s3-control.dualstack.*.c2s.ic.gov * us-iso-east-1 us-iso-west-1
    s3control dual 123456789012.s3-control.dualstack.*.sc2s.sgov.gov * us-isob-east-1
    s3control dual 123456789012.s3-control.dualstack.*.cloud.adc-e.uk * eu-isoe-west-1
    s3control dual 123456789012.s3-control.dualstack.*.csp.hci.ic.gov * us-isof-south-1 us-isof-east-1
    s3control dual 123456789012.s3-control.dualstack.*.amazonaws.eu * eusc-de-east-1
    s3control fips 123456789012.s3-control-fips.*.amazonaws.com * us-east-1 us-east-2 us-west-2 eu-west-1
    s3control fips 123456789012.s3-control-fips.*.amazonaws.com * eu-central-2 ap-southeast-2 me-south-1
    s3control fips 123456789012.s3-control-fips.*.amazonaws.com * il-central-1 mx-central-1 sa-east-1 ap-newplace-7
    s3control fips 123456789012.s3-control-fips.*.amazonaws.com * us-gov-west-1 us-gov-east-1
    s3control fips none - cn-north-1 cn-northwest-1
    s3control fips 123456789012.s3-control-fips.*.c2s.ic.gov * us-iso-east-1 us-iso-west-1
    s3control fips 123456789012.s3-control-fips.*.sc2s.sgov.gov * us-isob-east-1
    s3control fips 123456789012.s3-control-fips.*.cloud.adc-e.uk * eu-isoe-west-1
    s3control fips 123456789012.s3-control-fips.*.csp.hci.ic.gov * us-isof-south-1 us-isof-east-1
    s3control fips 123456789012.s3-control-fips.*.amazonaws.eu * eusc-de-east-1
    s3control fips+dual 123456789012.s3-control-fips.dualstack.*.amazonaws.com * us-east-1 us-east-2 us-west-2
    s3control fips+dual 123456789012.s3-control-fips.dualstack.*.amazonaws.com * eu-west-1 eu-central-2
    s3control fips+dual 123456789012.s3-control-fips.dualstack.*.amazonaws.com * ap-southeast-2 me-south-1
    s3control fips+dual 123456789012.s3-control-fips.dualstack.*.amazonaws.com * il-central-1 mx-central-1 sa-east-1
    s3control fips+dual 123456789012.s3-control-fips.dualstack.*.amazonaws.com * ap-newplace-7 us-gov-west-1
    s3control fips+dual 123456789012.s3-control-fips.dualstack.*.amazonaws.com * us-gov-east-1
    s3control fips+dual none - cn-north-1 cn-northwest-1
    s3control fips+dual 123456789012.s3-control-fips.dualstack.*.c2s.ic.gov * us-iso-east-1 us-iso-west-1
    s3control fips+dual 123456789012.s3-control-fips.dualstack.*.sc2s.sgov.gov * us-isob-east-1
    s3control fips+dual 123456789012.s3-control-fips.dualstack.*.cloud.adc-e.uk * eu-isoe-west-1
    s3control fips+dual 123456789012.s3-control-fips.dualstack.*.csp.hci.ic.gov * us-isof-south-1 us-isof-east-1
    s3control fips+dual 123456789012.s3-control-fips.dualstack.*.amazonaws.eu * eusc-de-east-1
    backup plain backup.*.amazonaws.com * us-east-1 us-east-2 us-west-2 eu-west-1 eu-central-2 ap-southeast-2
    backup plain backup.*.amazonaws.com * me-south-1 il-central-1 mx-central-1 sa-east-1 ap-newplace-7 us-gov-west-1
    backup plain backup.*.amazonaws.com * us-gov-east-1
    backup plain backup.*.amazonaws.com.cn * cn-north-1 cn-northwest-1
    backup plain backup.*.c2s.ic.gov * us-iso-east-1 us-iso-west-1
    backup plain backup.*.sc2s.sgov.gov * us-isob-east-1
    backup plain backup.*.cloud.adc-e.uk * eu-isoe-west-1
    backup plain backup.*.csp.hci.ic.gov * us-isof-south-1 us-isof-east-1
    backup plain backup.*.amazonaws.eu * eusc-de-east-1
    backup dual backup.*.api.aws * us-east-1 us-east-2 us-west-2 eu-west-1 eu-central-2 ap-southeast-2 me-south-1
    backup dual backup.*.api.aws * il-central-1 mx-central-1 sa-east-1 ap-newplace-7 us-gov-west-1 us-gov-east-1
    backup dual backup.*.api.amazonwebservices.com.cn * cn-north-1 cn-northwest-1
    backup dual backup.*.api.aws.ic.gov * us-iso-east-1 us-iso-west-1
    backup dual backup.*.api.aws.scloud * us-isob-east-1
    backup dual backup.*.api.cloud-aws.adc-e.uk * eu-isoe-west-1
    backup dual backup.*.api.aws.hci.ic.gov * us-isof-south-1 us-isof-east-1
    backup dual backup.*.api.amazonwebservices.eu * eusc-de-east-1
    backup fips backup-fips.*.amazonaws.com * us-east-1 us-east-2 us-west-2 eu-west-1 eu-central-2 ap-southeast-2
    backup fips backup-fips.*.amazonaws.com * me-south-1 il-central-1 mx-central-1 sa-east-1 ap-newplace-7
    backup fips backup-fips.*.amazonaws.com * us-gov-west-1 us-gov-east-1
    backup fips backup-fips.*.amazonaws.com.cn * cn-north-1 cn-northwest-1
    backup fips backup-fips.*.c2s.ic.gov * us-iso-east-1 us-iso-west-1
    backup fips backup-fips.*.sc2s.sgov.gov * us-isob-east-1
    backup fips backup-fips.*.cloud.adc-e.uk * eu-isoe-west-1
    backup fips backup-fips.*.csp.hci.ic.gov * us-isof-south-1 us-isof-east-1
    backup fips backup-fips.*.amazonaws.eu * eusc-de-east-1
    backup fips+dual backup-fips.*.api.aws * us-east-1 us-east-2 us-west-2 eu-west-1 eu-central-2 ap-southeast-2
    backup fips+dual backup-fips.*.api.aws * me-south-1 il-central-1 mx-central-1 sa-east-1 ap-newplace-7
    backup fips+dual backup-fips.*.api.aws * us-gov-west-1 us-gov-east-1
    backup fips+dual backup-fips.*.api.amazonwebservices.com.cn * cn-north-1 cn-northwest-1
    backup fips+dual backup-fips.*.api.aws.ic.gov * us-iso-east-1 us-iso-west-1
    backup fips+dual backup-fips.*.api.aws.scloud * us-isob-east-1
    backup fips+dual backup-fips.*.api.cloud-aws.adc-e.uk * eu-isoe-west-1
    backup fips+dual backup-fips.*.api.aws.hci.ic.gov * us-isof-south-1 us-isof-east-1
    backup fips+dual backup-fips.*.api.amazonwebservices.eu * eusc-de-east-1
    sts plain sts.*.amazonaws.com * us-east-1 us-east-2 us-west-2 eu-west-1 eu-central-2 ap-southeast-2 me-south-1
    sts plain sts.*.amazonaws.com * il-central-1 mx-central-1 sa-east-1 ap-newplace-7 us-gov-west-1 us-gov-east-1
    sts plain sts.*.amazonaws.com.cn * cn-north-1 cn-northwest-1
    sts plain sts.*.c2s.ic.gov * us-iso-east-1 us-iso-west-1
    sts plain sts.*.sc2s.sgov.gov * us-isob-east-1
    sts plain sts.*.cloud.adc-e.uk * eu-isoe-west-1
    sts plain sts.*.csp.hci.ic.gov * us-isof-south-1 us-isof-east-1
    sts plain sts.*.amazonaws.eu * eusc-de-east-1
    sts dual sts.*.api.aws * us-east-1 us-east-2 us-west-2 eu-west-1 eu-central-2 ap-southeast-2 me-south-1
    sts dual sts.*.api.aws * il-central-1 mx-central-1 sa-east-1 ap-newplace-7 us-gov-west-1 us-gov-east-1
    sts dual sts.*.api.amazonwebservices.com.cn * cn-north-1 cn-northwest-1
    sts dual sts.*.api.aws.ic.gov * us-iso-east-1 us-iso-west-1
    sts dual sts.*.api.aws.scloud * us-isob-east-1
    sts dual sts.*.api.cloud-aws.adc-e.uk * eu-isoe-west-1
    sts dual sts.*.api.aws.hci.ic.gov * us-isof-south-1 us-isof-east-1
    sts dual sts.*.api.amazonwebservices.eu * eusc-de-east-1
    sts fips sts-fips.*.amazonaws.com * us-east-1 us-east-2 us-west-2 eu-west-1 eu-central-2 ap-southeast-2
    sts fips sts-fips.*.amazonaws.com * me-south-1 il-central-1 mx-central-1 sa-east-1 ap-newplace-7
    sts fips sts.*.amazonaws.com * us-gov-west-1 us-gov-east-1
    sts fips sts-fips.*.amazonaws.com.cn * cn-north-1 cn-northwest-1
    sts fips sts-fips.*.c2s.ic.gov * us-iso-east-1 us-iso-west-1
    sts fips sts-fips.*.sc2s.sgov.gov * us-isob-east-1
    sts fips sts-fips.*.cloud.adc-e.uk * eu-isoe-west-1
    sts fips sts-fips.*.csp.hci.ic.gov * us-isof-south-1 us-isof-east-1
    sts fips sts-fips.*.amazonaws.eu * eusc-de-east-1
    sts fips+dual sts-fips.*.api.aws * us-east-1 us-east-2 us-west-2 eu-west-1 eu-central-2 ap-southeast-2
    sts fips+dual sts-fips.*.api.aws * me-south-1 il-central-1 mx-central-1 sa-east-1 ap-newplace-7 us-gov-west-1
    sts fips+dual sts-fips.*.api.aws * us-gov-east-1
    sts fips+dual sts-fips.*.api.amazonwebservices.com.cn * cn-north-1 cn-northwest-1
    sts fips+dual sts-fips.*.api.aws.ic.gov * us-iso-east-1 us-iso-west-1
    sts fips+dual sts-fips.*.api.aws.scloud * us-isob-east-1
    sts fips+dual sts-fips.*.api.cloud-aws.adc-e.uk * eu-isoe-west-1
    sts fips+dual sts-fips.*.api.aws.hci.ic.gov * us-isof-south-1 us-isof-east-1
    sts fips+dual sts-fips.*.api.amazonwebservices.eu * eusc-de-east-1
    ec2 plain ec2.*.amazonaws.com * us-east-1 us-east-2 us-west-2 eu-west-1 eu-central-2 ap-southeast-2 me-south-1
    ec2 plain ec2.*.amazonaws.com * il-central-1 mx-central-1 sa-east-1 ap-newplace-7 us-gov-west-1 us-gov-east-1
    ec2 plain ec2.*.amazonaws.com.cn * cn-north-1 cn-northwest-1
    ec2 plain ec2.*.c2s.ic.gov * us-iso-east-1 us-iso-west-1
    ec2 plain ec2.*.sc2s.sgov.gov * us-isob-east-1
    ec2 plain ec2.*.cloud.adc-e.uk * eu-isoe-west-1
    ec2 plain ec2.*.csp.hci.ic.gov * us-isof-south-1 us-isof-east-1
    ec2 plain ec2.*.amazonaws.eu * eusc-de-east-1
    ec2 dual ec2.*.api.aws * us-east-1 us-east-2 us-west-2 eu-west-1 eu-central-2 ap-southeast-2 me-south-1
    ec2 dual ec2.*.api.aws * il-central-1 mx-central-1 sa-east-1 ap-newplace-7 us-gov-west-1 us-gov-east-1
    ec2 dual ec2.*.api.amazonwebservices.com.cn * cn-north-1 cn-northwest-1
    ec2 dual ec2.*.api.aws.ic.gov * us-iso-east-1 us-iso-west-1
    ec2 dual ec2.*.api.aws.scloud * us-isob-east-1
    ec2 dual ec2.*.api.cloud-aws.adc-e.uk * eu-isoe-west-1
    ec2 dual ec2.*.api.aws.hci.ic.gov * us-isof-south-1 us-isof-east-1
    ec2 dual ec2.*.api.amazonwebservices.eu * eusc-de-east-1
    ec2 fips ec2-fips.*.amazonaws.com * us-east-1 us-east-2 us-west-2 eu-west-1 eu-central-2 ap-southeast-2
    ec2 fips ec2-fips.*.amazonaws.com * me-south-1 il-central-1 mx-central-1 sa-east-1 ap-newplace-7
    ec2 fips ec2.*.amazonaws.com * us-gov-west-1 us-gov-east-1
    ec2 fips ec2-fips.*.amazonaws.com.cn * cn-north-1 cn-northwest-1
    ec2 fips ec2-fips.*.c2s.ic.gov * us-iso-east-1 us-iso-west-1
    ec2 fips ec2-fips.*.sc2s.sgov.gov * us-isob-east-1
    ec2 fips ec2-fips.*.cloud.adc-e.uk * eu-isoe-west-1
    ec2 fips ec2-fips.*.csp.hci.ic.gov * us-isof-south-1 us-isof-east-1
    ec2 fips ec2-fips.*.amazonaws.eu * eusc-de-east-1
    ec2 fips+dual ec2-fips.*.api.aws * us-east-1 us-east-2 us-west-2 eu-west-1 eu-central-2 ap-southeast-2
    ec2 fips+dual ec2-fips.*.api.aws * me-south-1 il-central-1 mx-central-1 sa-east-1 ap-newplace-7 us-gov-west-1
    ec2 fips+dual ec2-fips.*.api.aws * us-gov-east-1
    ec2 fips+dual ec2-fips.*.api.amazonwebservices.com.cn * cn-north-1 cn-northwest-1
    ec2 fips+dual ec2-fips.*.api.aws.ic.gov * us-iso-east-1 us-iso-west-1
    ec2 fips+dual ec2-fips.*.api.aws.scloud * us-isob-east-1
    ec2 fips+dual ec2-fips.*.api.cloud-aws.adc-e.uk * eu-isoe-west-1
    ec2 fips+dual ec2-fips.*.api.aws.hci.ic.gov * us-isof-south-1 us-isof-east-1
    ec2 fips+dual ec2-fips.*.api.amazonwebservices.eu * eusc-de-east-1
    iam plain iam.amazonaws.com * us-east-1
    iam plain iam.amazonaws.com us-east-1 us-east-2 us-west-2 eu-west-1 eu-central-2 ap-southeast-2 me-south-1
    iam plain iam.amazonaws.com us-east-1 il-central-1 mx-central-1 sa-east-1 ap-newplace-7
    iam plain iam.us-gov.amazonaws.com * us-gov-west-1
    iam plain iam.us-gov.amazonaws.com us-gov-west-1 us-gov-east-1
    iam plain iam.*.amazonaws.com.cn * cn-north-1
    iam plain iam.cn-north-1.amazonaws.com.cn cn-north-1 cn-northwest-1
    iam plain iam.*.c2s.ic.gov * us-iso-east-1
    iam plain iam.us-iso-east-1.c2s.ic.gov us-iso-east-1 us-iso-west-1
    iam plain iam.*.sc2s.sgov.gov * us-isob-east-1
    iam plain iam.*.cloud.adc-e.uk * eu-isoe-west-1
    iam plain iam.*.csp.hci.ic.gov * us-isof-south-1
    iam plain iam.us-isof-south-1.csp.hci.ic.gov us-isof-south-1 us-isof-east-1
    iam plain iam.*.amazonaws.eu * eusc-de-east-1
    iam dual iam.global.api.aws * us-east-1
    iam dual iam.global.api.aws us-east-1 us-east-2 us-west-2 eu-west-1 eu-central-2 ap-southeast-2 me-south-1
    iam dual iam.global.api.aws us-east-1 il-central-1 mx-central-1 sa-east-1 ap-newplace-7
    iam dual iam.us-gov.api.aws * us-gov-west-1
    iam dual iam.us-gov.api.aws us-gov-west-1 us-gov-east-1
    iam dual iam.global.api.amazonwebservices.com.cn * cn-north-1
    iam dual iam.global.api.amazonwebservices.com.cn cn-north-1 cn-northwest-1
    iam dual iam.api.aws.ic.gov * us-iso-east-1
    iam dual iam.api.aws.ic.gov us-iso-east-1 us-iso-west-1
    iam dual iam.api.aws.scloud * us-isob-east-1
    iam dual iam.api.cloud-aws.adc-e.uk * eu-isoe-west-1
    iam dual iam.api.aws.hci.ic.gov * us-isof-south-1
    iam dual iam.api.aws.hci.ic.gov us-isof-south-1 us-isof-east-1
    iam dual iam.api.amazonwebservices.eu * eusc-de-east-1
    iam fips iam-fips.amazonaws.com * us-east-1
    iam fips iam-fips.amazonaws.com us-east-1 us-east-2 us-west-2 eu-west-1 eu-central-2 ap-southeast-2 me-south-1
    iam fips iam-fips.amazonaws.com us-east-1 il-central-1 mx-central-1 sa-east-1 ap-newplace-7
    iam fips iam.us-gov.amazonaws.com * us-gov-west-1
    iam fips iam.us-gov.amazonaws.com us-gov-west-1 us-gov-east-1
    iam fips iam-fips.amazonaws.com.cn cn-northwest-1 cn-north-1
    iam fips iam-fips.amazonaws.com.cn * cn-northwest-1
    iam fips iam-fips.*.c2s.ic.gov * us-iso-east-1
    iam fips iam-fips.us-iso-east-1.c2s.ic.gov us-iso-east-1 us-iso-west-1
    iam fips iam-fips.*.sc2s.sgov.gov * us-isob-east-1
    iam fips iam-fips.cloud.adc-e.uk * eu-isoe-west-1
    iam fips iam-fips.csp.hci.ic.gov * us-isof-south-1
    iam fips iam-fips.csp.hci.ic.gov us-isof-south-1 us-isof-east-1
    iam fips iam-fips.amazonaws.eu * eusc-de-east-1
    iam fips+dual iam-fips.global.api.aws * us-east-1
    iam fips+dual iam-fips.global.api.aws us-east-1 us-east-2 us-west-2 eu-west-1 eu-central-2 ap-southeast-2
    iam fips+dual iam-fips.global.api.aws us-east-1 me-south-1 il-central-1 mx-central-1 sa-east-1 ap-newplace-7
    iam fips+dual iam.us-gov.api.aws * us-gov-west-1
    iam fips+dual iam.us-gov.api.aws us-gov-west-1 us-gov-east-1
    iam fips+dual iam-fips.api.amazonwebservices.com.cn cn-northwest-1 cn-north-1
    iam fips+dual iam-fips.api.amazonwebservices.com.cn * cn-northwest-1
    iam fips+dual iam-fips.api.aws.ic.gov * us-iso-east-1
    iam fips+dual iam-fips.api.aws.ic.gov us-iso-east-1 us-iso-west-1
    iam fips+dual iam-fips.api.aws.scloud * us-isob-east-1
    iam fips+dual iam-fips.api.cloud-aws.adc-e.uk * eu-isoe-west-1
    iam fips+dual iam-fips.api.aws.hci.ic.gov * us-isof-south-1
    iam fips+dual iam-fips.api.aws.hci.ic.gov us-isof-south-1 us-isof-east-1
    iam fips+dual iam-fips.api.amazonwebservices.eu * eusc-de-east-1
    kms plain kms.*.amazonaws.com * us-east-1 us-east-2 us-west-2 eu-west-1 eu-central-2 ap-southeast-2 me-south-1
    kms plain kms.*.amazonaws.com * il-central-1 mx-central-1 sa-east-1 ap-newplace-7 us-gov-west-1 us-gov-east-1
    kms plain kms.*.amazonaws.com.cn * cn-north-1 cn-northwest-1
    kms plain kms.*.c2s.ic.gov * us-iso-east-1 us-iso-west-1
    kms plain kms.*.sc2s.sgov.gov * us-isob-east-1
    kms plain kms.*.cloud.adc-e.uk * eu-isoe-west-1
    kms plain kms.*.csp.hci.ic.gov * us-isof-south-1 us-isof-east-1
    kms plain kms.*.amazonaws.eu * eusc-de-east-1
    kms dual kms.*.api.aws * us-east-1 us-east-2 us-west-2 eu-west-1 eu-central-2 ap-southeast-2 me-south-1
    kms dual kms.*.api.aws * il-central-1 mx-central-1 sa-east-1 ap-newplace-7 us-gov-west-1 us-gov-east-1
    kms dual kms.*.api.amazonwebservices.com.cn * cn-north-1 cn-northwest-1
    kms dual kms.*.api.aws.ic.gov * us-iso-east-1 us-iso-west-1
    kms dual kms.*.api.aws.scloud * us-isob-east-1
    kms dual kms.*.api.cloud-aws.adc-e.uk * eu-isoe-west-1
    kms dual kms.*.api.aws.hci.ic.gov * us-isof-south-1 us-isof-east-1
    kms dual kms.*.api.amazonwebservices.eu * eusc-de-east-1
    kms fips kms-fips.*.amazonaws.com * us-east-1 us-east-2 us-west-2 eu-west-1 eu-central-2 ap-southeast-2
    kms fips kms-fips.*.amazonaws.com * me-south-1 il-central-1 mx-central-1 sa-east-1 ap-newplace-7 us-gov-west-1
    kms fips kms-fips.*.amazonaws.com * us-gov-east-1
    kms fips kms-fips.*.amazonaws.com.cn * cn-north-1 cn-northwest-1
    kms fips kms-fips.*.c2s.ic.gov * us-iso-east-1 us-iso-west-1
    kms fips kms-fips.*.sc2s.sgov.gov * us-isob-east-1
    kms fips kms-fips.*.cloud.adc-e.uk * eu-isoe-west-1
    kms fips kms-fips.*.csp.hci.ic.gov * us-isof-south-1 us-isof-east-1
    kms fips kms-fips.*.amazonaws.eu * eusc-de-east-1
    kms fips+dual kms-fips.*.api.aws * us-east-1 us-east-2 us-west-2 eu-west-1 eu-central-2 ap-southeast-2
    kms fips+dual kms-fips.*.api.aws * me-south-1 il-central-1 mx-central-1 sa-east-1 ap-newplace-7 us-gov-west-1
    kms fips+dual kms-fips.*.api.aws * us-gov-east-1
    kms fips+dual kms-fips.*.api.amazonwebservices.com.cn * cn-north-1 cn-northwest-1
    kms fips+dual kms-fips.*.api.aws.ic.gov * us-iso-east-1 us-iso-west-1
    kms fips+dual kms-fips.*.api.aws.scloud * us-isob-east-1
    kms fips+dual kms-fips.*.api.cloud-aws.adc-e.uk * eu-isoe-west-1
    kms fips+dual kms-fips.*.api.aws.hci.ic.gov * us-isof-south-1 us-isof-east-1
    kms fips+dual kms-fips.*.api.amazonwebservices.eu * eusc-de-east-1
    cloudwatch plain monitoring.*.amazonaws.com * us-east-1 us-east-2 us-west-2 eu-west-1 eu-central-2
    cloudwatch plain monitoring.*.amazonaws.com * ap-southeast-2 me-south-1 il-central-1 mx-central-1 sa-east-1
    cloudwatch plain monitoring.*.amazonaws.com * ap-newplace-7 us-gov-west-1 us-gov-east-1
    cloudwatch plain monitoring.*.amazonaws.com.cn * cn-north-1 cn-northwest-1
    cloudwatch plain monitoring.*.c2s.ic.gov * us-iso-east-1 us-iso-west-1
    cloudwatch plain monitoring.*.sc2s.sgov.gov * us-isob-east-1
    cloudwatch plain monitoring.*.cloud.adc-e.uk * eu-isoe-west-1
    cloudwatch plain monitoring.*.csp.hci.ic.gov * us-isof-south-1 us-isof-east-1
    cloudwatch plain monitoring.*.amazonaws.eu * eusc-de-east-1
    cloudwatch dual monitoring.*.api.aws * us-east-1 us-east-2 us-west-2 eu-west-1 eu-central-2 ap-southeast-2
    cloudwatch dual monitoring.*.api.aws * me-south-1 il-central-1 mx-central-1 sa-east-1 ap-newplace-7
    cloudwatch dual monitoring.*.api.aws * us-gov-west-1 us-gov-east-1
    cloudwatch dual monitoring.*.api.amazonwebservices.com.cn * cn-north-1 cn-northwest-1
    cloudwatch dual monitoring.*.api.aws.ic.gov * us-iso-east-1 us-iso-west-1
    cloudwatch dual monitoring.*.api.aws.scloud * us-isob-east-1
    cloudwatch dual monitoring.*.api.cloud-aws.adc-e.uk * eu-isoe-west-1
    cloudwatch dual monitoring.*.api.aws.hci.ic.gov * us-isof-south-1 us-isof-east-1
    cloudwatch dual monitoring.*.api.amazonwebservices.eu * eusc-de-east-1
    cloudwatch fips monitoring-fips.*.amazonaws.com * us-east-1 us-east-2 us-west-2 eu-west-1 eu-central-2
    cloudwatch fips monitoring-fips.*.amazonaws.com * ap-southeast-2 me-south-1 il-central-1 mx-central-1 sa-east-1
    cloudwatch fips monitoring-fips.*.amazonaws.com * ap-newplace-7
    cloudwatch fips monitoring.*.amazonaws.com * us-gov-west-1 us-gov-east-1
    cloudwatch fips monitoring-fips.*.amazonaws.com.cn * cn-north-1 cn-northwest-1
    cloudwatch fips monitoring-fips.*.c2s.ic.gov * us-iso-east-1 us-iso-west-1
    cloudwatch fips monitoring-fips.*.sc2s.sgov.gov * us-isob-east-1
    cloudwatch fips monitoring-fips.*.cloud.adc-e.uk * eu-isoe-west-1
    cloudwatch fips monitoring-fips.*.csp.hci.ic.gov * us-isof-south-1 us-isof-east-1
    cloudwatch fips monitoring-fips.*.amazonaws.eu * eusc-de-east-1
    cloudwatch fips+dual monitoring-fips.*.api.aws * us-east-1 us-east-2 us-west-2 eu-west-1 eu-central-2
    cloudwatch fips+dual monitoring-fips.*.api.aws * ap-southeast-2 me-south-1 il-central-1 mx-central-1 sa-east-1
    cloudwatch fips+dual monitoring-fips.*.api.aws * ap-newplace-7
    cloudwatch fips+dual monitoring.*.api.aws * us-gov-west-1 us-gov-east-1
    cloudwatch fips+dual monitoring-fips.*.api.amazonwebservices.com.cn * cn-north-1 cn-northwest-1
    cloudwatch fips+dual monitoring-fips.*.api.aws.ic.gov * us-iso-east-1 us-iso-west-1
    cloudwatch fips+dual monitoring-fips.*.api.aws.scloud * us-isob-east-1
    cloudwatch fips+dual monitoring-fips.*.api.cloud-aws.adc-e.uk * eu-isoe-west-1
    cloudwatch fips+dual monitoring-fips.*.api.aws.hci.ic.gov * us-isof-south-1 us-isof-east-1
    cloudwatch fips+dual monitoring-fips.*.api.amazonwebservices.eu * eusc-de-east-1
    sso plain portal.sso.*.amazonaws.com * us-east-1 us-east-2 us-west-2 eu-west-1 eu-central-2 ap-southeast-2
    sso plain portal.sso.*.amazonaws.com * me-south-1 il-central-1 mx-central-1 sa-east-1 ap-newplace-7
    sso plain portal.sso.*.amazonaws.com * us-gov-west-1 us-gov-east-1
    sso plain portal.sso.*.amazonaws.com.cn * cn-north-1 cn-northwest-1
    sso plain portal.sso.*.c2s.ic.gov * us-iso-east-1 us-iso-west-1
    sso plain portal.sso.*.sc2s.sgov.gov * us-isob-east-1
    sso plain portal.sso.*.cloud.adc-e.uk * eu-isoe-west-1
    sso plain portal.sso.*.csp.hci.ic.gov * us-isof-south-1 us-isof-east-1
    sso plain portal.sso.*.amazonaws.eu * eusc-de-east-1
    sso dual portal.sso.*.api.aws * us-east-1 us-east-2 us-west-2 eu-west-1 eu-central-2 ap-southeast-2 me-south-1
    sso dual portal.sso.*.api.aws * il-central-1 mx-central-1 sa-east-1 ap-newplace-7 us-gov-west-1 us-gov-east-1
    sso dual portal.sso.*.api.amazonwebservices.com.cn * cn-north-1 cn-northwest-1
    sso dual portal.sso.*.api.aws.ic.gov * us-iso-east-1 us-iso-west-1
    sso dual portal.sso.*.api.aws.scloud * us-isob-east-1
    sso dual portal.sso.*.api.cloud-aws.adc-e.uk * eu-isoe-west-1
    sso dual portal.sso.*.api.aws.hci.ic.gov * us-isof-south-1 us-isof-east-1
    sso dual portal.sso.*.api.amazonwebservices.eu * eusc-de-east-1
    sso fips portal.sso-fips.*.amazonaws.com * us-east-1 us-east-2 us-west-2 eu-west-1 eu-central-2 ap-southeast-2
    sso fips portal.sso-fips.*.amazonaws.com * me-south-1 il-central-1 mx-central-1 sa-east-1 ap-newplace-7
    sso fips portal.sso.*.amazonaws.com * us-gov-west-1 us-gov-east-1
    sso fips portal.sso-fips.*.amazonaws.com.cn * cn-north-1 cn-northwest-1
    sso fips portal.sso-fips.*.c2s.ic.gov * us-iso-east-1 us-iso-west-1
    sso fips portal.sso-fips.*.sc2s.sgov.gov * us-isob-east-1
    sso fips portal.sso-fips.*.cloud.adc-e.uk * eu-isoe-west-1
    sso fips portal.sso-fips.*.csp.hci.ic.gov * us-isof-south-1 us-isof-east-1
    sso fips portal.sso-fips.*.amazonaws.eu * eusc-de-east-1
    sso fips+dual portal.sso-fips.*.api.aws * us-east-1 us-east-2 us-west-2 eu-west-1 eu-central-2 ap-southeast-2
    sso fips+dual portal.sso-fips.*.api.aws * me-south-1 il-central-1 mx-central-1 sa-east-1 ap-newplace-7
    sso fips+dual portal.sso-fips.*.api.aws * us-gov-west-1 us-gov-east-1
    sso fips+dual portal.sso-fips.*.api.amazonwebservices.com.cn * cn-north-1 cn-northwest-1
    sso fips+dual portal.sso-fips.*.api.aws.ic.gov * us-iso-east-1 us-iso-west-1
    sso fips+dual portal.sso-fips.*.api.aws.scloud * us-isob-east-1
    sso fips+dual portal.sso-fips.*.api.cloud-aws.adc-e.uk * eu-isoe-west-1
    sso fips+dual portal.sso-fips.*.api.aws.hci.ic.gov * us-isof-south-1 us-isof-east-1
    sso fips+dual portal.sso-fips.*.api.amazonwebservices.eu * eusc-de-east-1
    sso-oidc plain oidc.*.amazonaws.com * us-east-1 us-east-2 us-west-2 eu-west-1 eu-central-2 ap-southeast-2
    sso-oidc plain oidc.*.amazonaws.com * me-south-1 il-central-1 mx-central-1 sa-east-1 ap-newplace-7 us-gov-west-1
    sso-oidc plain oidc.*.amazonaws.com * us-gov-east-1
    sso-oidc plain oidc.*.amazonaws.com.cn * cn-north-1 cn-northwest-1
    sso-oidc plain oidc.*.c2s.ic.gov * us-iso-east-1 us-iso-west-1
    sso-oidc plain oidc.*.sc2s.sgov.gov * us-isob-east-1
    sso-oidc plain oidc.*.cloud.adc-e.uk * eu-isoe-west-1
    sso-oidc plain oidc.*.csp.hci.ic.gov * us-isof-south-1 us-isof-east-1
    sso-oidc plain oidc.*.amazonaws.eu * eusc-de-east-1
    sso-oidc dual oidc.*.api.aws * us-east-1 us-east-2 us-west-2 eu-west-1 eu-central-2 ap-southeast-2 me-south-1
    sso-oidc dual oidc.*.api.aws * il-central-1 mx-central-1 sa-east-1 ap-newplace-7 us-gov-west-1 us-gov-east-1
    sso-oidc dual oidc.*.api.amazonwebservices.com.cn * cn-north-1 cn-northwest-1
    sso-oidc dual oidc.*.api.aws.ic.gov * us-iso-east-1 us-iso-west-1
    sso-oidc dual oidc.*.api.aws.scloud * us-isob-east-1
    sso-oidc dual oidc.*.api.cloud-aws.adc-e.uk * eu-isoe-west-1
    sso-oidc dual oidc.*.api.aws.hci.ic.gov * us-isof-south-1 us-isof-east-1
    sso-oidc dual oidc.*.api.amazonwebservices.eu * eusc-de-east-1
    sso-oidc fips oidc-fips.*.amazonaws.com * us-east-1 us-east-2 us-west-2 eu-west-1 eu-central-2 ap-southeast-2
    sso-oidc fips oidc-fips.*.amazonaws.com * me-south-1 il-central-1 mx-central-1 sa-east-1 ap-newplace-7
    sso-oidc fips oidc.*.amazonaws.com * us-gov-west-1 us-gov-east-1
    sso-oidc fips oidc-fips.*.amazonaws.com.cn * cn-north-1 cn-northwest-1
    sso-oidc fips oidc-fips.*.c2s.ic.gov * us-iso-east-1 us-iso-west-1
    sso-oidc fips oidc-fips.*.sc2s.sgov.gov * us-isob-east-1
    sso-oidc fips oidc-fips.*.cloud.adc-e.uk * eu-isoe-west-1
    sso-oidc fips oidc-fips.*.csp.hci.ic.gov * us-isof-south-1 us-isof-east-1
    sso-oidc fips oidc-fips.*.amazonaws.eu * eusc-de-east-1
    sso-oidc fips+dual oidc-fips.*.api.aws * us-east-1 us-east-2 us-west-2 eu-west-1 eu-central-2 ap-southeast-2
    sso-oidc fips+dual oidc-fips.*.api.aws * me-south-1 il-central-1 mx-central-1 sa-east-1 ap-newplace-7
    sso-oidc fips+dual oidc-fips.*.api.aws * us-gov-west-1 us-gov-east-1
    sso-oidc fips+dual oidc-fips.*.api.amazonwebservices.com.cn * cn-north-1 cn-northwest-1
    sso-oidc fips+dual oidc-fips.*.api.aws.ic.gov * us-iso-east-1 us-iso-west-1
    sso-oidc fips+dual oidc-fips.*.api.aws.scloud * us-isob-east-1
    sso-oidc fips+dual oidc-fips.*.api.cloud-aws.adc-e.uk * eu-isoe-west-1
    sso-oidc fips+dual oidc-fips.*.api.aws.hci.ic.gov * us-isof-south-1 us-isof-east-1
    sso-oidc fips+dual oidc-fips.*.api.amazonwebservices.eu * eusc-de-east-1
    """
