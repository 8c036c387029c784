import AWSModel
import Posture

/// One resource for a program: `lifeboat.show/1`; keys are added, never renamed.
struct DossierJSON {
    private let dossier: ResourceDossier

    init(_ dossier: ResourceDossier) { self.dossier = dossier }

    func write(to stream: ReportStream) {
        var json = JSONWriter(to: stream)
        json.object(.lines) { json in
            json.member("schema", "lifeboat.show/1")
            json.member("generatedAt", Timestamp.text(dossier.generatedAt))
            json.member("account", dossier.account?.digits)
            json.key("resource")
            JSONParts.write(&json, dossier.resource)
            json.key("threats")
            json.array(dossier.threats, .lines) { json, verdict in
                json.object { json in
                    json.member("threat", verdict.threat.rawValue)
                    json.key("resource")
                    JSONParts.write(&json, verdict.resource)
                }
            }
            json.key("comparison")
            json.array(dossier.comparison.rows, .lines) { json, row in
                json.object { json in
                    json.member("aspect", row.aspect)
                    json.member("replication", row.replication)
                    json.member("backup", row.backup)
                    json.member("nuance", row.nuance)
                    json.member("coveredBy", row.cover.rawValue)
                }
            }
            json.key("advice")
            json.array(dossier.comparison.advice, .lines) { json, step in
                json.object { json in
                    json.member("text", step.text)
                    json.member("call", step.call)
                    json.member("commandLine", step.commandLine)
                    json.member("terraform", step.terraform)
                }
            }
            json.key("findings")
            json.array(dossier.findings, .lines, JSONParts.write)
        }
        stream.write("\n")
    }
}
