import AWSModel
import Foundation

/// Changes of objects: a listing of every version, what of it is to be done, and a command for each object.
extension PlannedCall {
    /// The markers that are current, were set since then and hide a version.
    func deletingMarkers(_ bucket: String, _ prefix: String, _ since: Date?) -> String {
        let program =
            #"NF==9&&$1=="v"{has[$8]} NF==9&&$1=="m"&&$2=="True"&&substr($3,1,19)>=since{id[$8]=$4} "#
            + #"END{for(k in id)if(k in has)print id[k]"\t"k}"#
        let delete = ["aws", "s3api", "delete-object", "--region", region.name, "--bucket", bucket]
        return [
            listing(bucket, prefix), chosen(by: program, "since", since),
            loop(over: "version key", delete, #"--key="$key" --version-id "$version""#),
        ].joined(separator: " | ")
    }

    /// For each key the newest version of the moment, unless it is current, or its like is, or a marker hid it by then.
    func restoringVersions(_ bucket: String, _ prefix: String, _ moment: Date) -> String {
        let program =
            #"NF==9{t=substr($3,1,19)} "#
            + #"NF==9&&$1=="v"{if($2=="True")now[$8]=$6" "$7;if(t<=at&&(!($8 in when)||t>when[$8]))"#
            + #"{when[$8]=t;id[$8]=$4;class[$8]=$5;like[$8]=$6" "$7;last[$8]=$2}} "#
            + #"NF==9&&$1=="m"&&t<=at&&t>gone[$8]{gone[$8]=t} "#
            + #"END{for(k in id)if(last[k]!="True"&&gone[k]<when[k]&&now[k]!=like[k])print id[k]"\t"class[k]"\t"k}"#
        let copy = ["aws", "s3api", "copy-object", "--region", region.name, "--bucket", bucket]
        let source = "--copy-source " + Self.quoted(bucket) + #"/"$key?versionId=$version""#
        return [
            listing(bucket, prefix), chosen(by: program, "at", moment),
            loop(over: "version class key", copy, #"--key="$key" \#(source) --storage-class "$class""#),
        ].joined(separator: " | ")
    }

    /// A line for each version and marker; the last field stands where no line break cut the key.
    private func listing(_ bucket: String, _ prefix: String) -> String {
        let query =
            "[Versions[].['v',IsLatest,LastModified,VersionId,StorageClass,ETag,Size,Key,'.'],"
            + "DeleteMarkers[].['m',IsLatest,LastModified,VersionId,'-','-','-',Key,'.']][]"
        return [
            "aws", "s3api", "list-object-versions", "--region", region.name, "--bucket", bucket, "--prefix", prefix,
            "--query", query, "--output", "text",
        ].map(Self.quoted).joined(separator: " ")
    }

    /// Pages cut through a key's versions: all lines are seen before one is chosen.
    private func chosen(by program: String, _ name: String, _ moment: Date?) -> String {
        let text = String((moment?.formatted(.iso8601) ?? "").prefix(19))
        return #"awk -F '\t' -v \#(Self.quoted("\(name)=\(text)")) \#(Self.quoted(program))"#
    }

    private func loop(over names: String, _ command: [String], _ rest: String) -> String {
        #"while IFS="$(printf '\t')" read -r \#(names); do "#
            + command.map(Self.quoted).joined(separator: " ") + " \(rest); done"
    }
}
