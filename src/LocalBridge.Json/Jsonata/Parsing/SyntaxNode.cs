using System.Diagnostics;
using LocalBridge.Json.Jsonata.Binding;
using LocalBridge.Json.Jsonata.Refining;

namespace LocalBridge.Json.Jsonata.Parsing;

/// <summary>Represents a part of an expression. The parser makes it, refining turns operators into paths, and binding notes its variables.</summary>
/// <remarks>It lives while an expression is compiled, on one thread.</remarks>
[DebuggerDisplay("{Kind} {Text}")]
internal sealed partial class SyntaxNode(SyntaxKind kind, string text, int position)
{
    /// <summary>Gets or sets the kind.</summary>
    internal SyntaxKind Kind { get; set; } = kind;

    /// <summary>Gets or sets the name, the operator, or the text of a string.</summary>
    internal string Text { get; set; } = text;

    /// <summary>Gets the offset behind the token.</summary>
    internal int Position { get; } = position;

    /// <summary>Gets or sets the value of a literal.</summary>
    internal JsonValue Value { get; set; }

    /// <summary>Gets or sets the left operand, the procedure called, the condition, the pattern of a transform, or the body of a lambda.</summary>
    internal SyntaxNode? Left { get; set; }

    /// <summary>Gets or sets the right operand, the branch taken, or the update of a transform.</summary>
    internal SyntaxNode? Right { get; set; }

    /// <summary>Gets or sets the branch not taken, or the deletion of a transform.</summary>
    internal SyntaxNode? Third { get; set; }

    /// <summary>Gets or sets arguments, parameters, elements, expressions of a block, or steps of a path.</summary>
    internal List<SyntaxNode>? Items { get; set; }

    /// <summary>Gets or sets keys and values of an object constructor or of a grouping.</summary>
    internal List<SyntaxPair>? Pairs { get; set; }

    /// <summary>Gets or sets the predicates of an operand that is no path.</summary>
    internal List<Stage>? Predicates { get; set; }

    /// <summary>Gets or sets the predicates and positions of a step.</summary>
    internal List<Stage>? Stages { get; set; }

    /// <summary>Gets or sets the grouping behind this part.</summary>
    internal SyntaxNode? Group { get; set; }

    /// <summary>Gets or sets a value indicating whether a single result stays an array: empty brackets say so.</summary>
    internal bool KeepsArray { get; set; }

    /// <summary>Gets or sets a value indicating whether one of a path's steps keeps a single result an array.</summary>
    internal bool KeepsSingletonArray { get; set; }

    /// <summary>Gets or sets a value indicating whether an array constructor's result is one value to the path it stands in.</summary>
    internal bool IsWholeArray { get; set; }

    /// <summary>Gets or sets a value indicating whether evaluating it carries bindings from step to step.</summary>
    internal bool IsTuple { get; set; }

    /// <summary>Gets or sets what a variable's name can mean here, innermost first.</summary>
    internal Reference? Reference { get; set; }

    /// <summary>Gets or sets a value indicating whether a lambda is called only by the function it is an argument of, and shares the frame around it.</summary>
    internal bool IsInlined { get; set; }

    internal bool IsName(string name) => Kind == SyntaxKind.Name && string.Equals(Text, name);

    internal bool IsBinary(string symbol) => Kind == SyntaxKind.Binary && ReferenceEquals(Text, symbol);

    /// <summary>Returns the value that error messages show.</summary>
    internal JsonValue ToErrorToken() => Kind is SyntaxKind.Number or SyntaxKind.Constant ? Value : Text;
}
