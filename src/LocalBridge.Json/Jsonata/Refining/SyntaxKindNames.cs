using LocalBridge.Json.Jsonata.Parsing;

namespace LocalBridge.Json.Jsonata.Refining;

/// <summary>Names kinds of parts as the error messages of the reference implementation do.</summary>
internal static class SyntaxKindNames
{
    internal static string Of(SyntaxNode node) => node.Kind switch
    {
        SyntaxKind.Constant => "value",
        SyntaxKind.Descendants => "descendant",
        SyntaxKind.Negation or SyntaxKind.ArrayConstructor or SyntaxKind.ObjectConstructor => "unary",
        SyntaxKind.Call => "function",
        SyntaxKind.PartialCall => "partial",
        SyntaxKind.OperatorName or SyntaxKind.Placeholder => "operator",
        _ => node.Kind.ToString().ToLowerInvariant(),
    };
}
