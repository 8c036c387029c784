import Canvas

extension Model {
    /// Everything that is known of one resource.
    func resourceText(of arn: String) -> [[Span]] {
        guard let picture else { return [] }
        return ResourceText(arn, dossier: opened?.dossier, in: picture, columns: size.columns).lines
    }
}
