namespace LocalBridge.Json.Jsonata.Parsing;

/// <summary>Names the kinds of parts of an expression.</summary>
internal enum SyntaxKind
{
    Name,
    String,
    Number,
    Constant,
    Variable,
    Wildcard,
    Descendants,
    Parent,
    Regex,
    Binary,
    Negation,
    ArrayConstructor,
    ObjectConstructor,
    Call,
    PartialCall,
    Lambda,
    Condition,
    Block,
    Transform,
    Path,
    Sort,
    Bind,
    Apply,

    /// <summary>One of the words and, or, in where an operand stands: it is a name.</summary>
    OperatorName,

    /// <summary>The question mark that stands for an argument to come.</summary>
    Placeholder,

    /// <summary>The end of the expression where an operand should be.</summary>
    End,
}
