package import Canvas

/// What a cell means; AWSModel has a role of its own, IAM's.
package typealias Role = Canvas.Role
