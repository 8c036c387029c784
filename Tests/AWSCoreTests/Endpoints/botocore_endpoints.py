"""Prints botocore's partitions, and the host and signing region it resolves for each service, region and mode.

One line each: `partition ID SUFFIX DUAL-STACK-SUFFIX GLOBAL-REGION`,
`endpoint SERVICE REGION FIPS DUAL-STACK HOST SIGNING-REGION`, the host being `none` where botocore refuses.
"""

import botocore.session
from botocore.endpoint_provider import EndpointProvider
from botocore.exceptions import EndpointProviderError

SERVICES = "s3 s3control backup sts ec2 iam kms cloudwatch sso sso-oidc rds dynamodb".split()
UNKNOWN_REGIONS = "ap-newplace-7 us-gov-newplace-2 cn-newplace-1 us-isob-newplace-1 xx-newplace-1".split()

loader = botocore.session.get_session().get_component("data_loader")
partitions = loader.load_data("partitions")
regions = list(UNKNOWN_REGIONS)
for partition in partitions["partitions"]:
    outputs = partition["outputs"]
    print(
        "partition",
        partition["id"],
        outputs["dnsSuffix"],
        outputs["dualStackDnsSuffix"],
        outputs["implicitGlobalRegion"],
    )
    regions += [region for region in partition["regions"] if not region.endswith("-global")]

for service in SERVICES:
    provider = EndpointProvider(loader.load_service_model(service, "endpoint-rule-set-1"), partitions)
    for region in regions:
        for fips in (False, True):
            for dual_stack in (False, True):
                parameters = {"Region": region, "UseFIPS": fips, "UseDualStack": dual_stack}
                if service == "s3":
                    parameters["Bucket"] = "bkt"
                if service == "s3control":
                    parameters |= {"AccountId": "123456789012", "RequiresAccountId": True}
                try:
                    endpoint = provider.resolve_endpoint(**parameters)
                    scheme = (endpoint.properties.get("authSchemes") or [{}])[0]
                    host, signing = endpoint.url.removeprefix("https://"), scheme.get("signingRegion", region)
                except EndpointProviderError:
                    host, signing = "none", "-"
                print("endpoint", service, region, int(fips), int(dual_stack), host, signing)
