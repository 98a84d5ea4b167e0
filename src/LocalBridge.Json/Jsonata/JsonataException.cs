using LocalBridge.Json.Jsonata.Failures;

namespace LocalBridge.Json.Jsonata;

/// <summary>Represents the error that an expression is faulty, or that its evaluation failed.</summary>
/// <remarks>Codes, messages and positions are those of the reference implementation: <c>S</c> codes come from compiling, <c>T</c> and <c>D</c> codes from
/// evaluating. The code <c>U1001</c> means that a limit of time or depth was exceeded. This type is safe to read from many threads at once.</remarks>
public sealed class JsonataException : Exception
{
    /// <summary>Initializes a new instance of the <see cref="JsonataException"/> class. A host function throws it to fail with a code.</summary>
    /// <param name="code">The code, such as <c>D3030</c>; the message follows from it where the reference implementation knows it.</param>
    /// <param name="position">The offset in the expression in UTF-16 characters, or -1 where the evaluator shall fill it in.</param>
    /// <param name="token">The operator, name or text at fault, or <see langword="null"/> where the evaluator shall fill it in.</param>
    /// <param name="value">The value at fault.</param>
    /// <exception cref="ArgumentException"><paramref name="code"/> is empty.</exception>
    public JsonataException(string code, int position = -1, string? token = null, JsonValue value = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(code);
        Code = code;
        Position = position;
        TokenValue = token is null ? default(JsonValue) : token;
        Value = value;
    }

    /// <summary>Gets the code, such as <c>S0201</c>.</summary>
    public string Code { get; }

    /// <summary>Gets the offset in the expression in UTF-16 characters, counted from zero, as the reference implementation counts it:
    /// behind the token at fault. It is -1 where the place is not known.</summary>
    public int Position { get; internal set; }

    /// <summary>Gets the operator, name or text at fault, or <see langword="null"/>.</summary>
    public string? Token => TokenValue.IsUndefined ? null : TokenValue.TryGetString(out string? text) ? text : FailureText.Stringify(TokenValue);

    /// <summary>Gets the value at fault, or <see cref="JsonValue.Undefined"/>.</summary>
    public JsonValue Value { get; internal set; }

    /// <summary>Gets the name of the function at fault without its dollar sign, or <see langword="null"/> where no function is at fault.</summary>
    public string? FunctionName { get; internal set; }

    /// <summary>Gets the expression, or <see langword="null"/> where the exception has not left the evaluator.</summary>
    public string? Expression { get; internal set; }

    /// <summary>Gets the message, as the reference implementation writes it.</summary>
    public override string Message => FailureText.Describe(this);

    /// <summary>Gets or sets the token as the value it had in the expression: a number literal is a number.</summary>
    internal JsonValue TokenValue { get; set; }

    /// <summary>Gets or sets the second value of a comparison, the exponent of a power.</summary>
    internal JsonValue SecondValue { get; set; }

    /// <summary>Gets or sets the number of the argument at fault, counted from one; zero where no argument is.</summary>
    internal int Index { get; set; }

    /// <summary>Gets or sets what an array was expected to hold.</summary>
    internal string? ElementType { get; set; }

    /// <summary>Gets or sets a value indicating whether the failure comes from what a lambda calls last: the call of the lambda then is not its place.</summary>
    internal bool IsFromTail { get; set; }

    /// <summary>Gets or sets the text of an error that the expression raises itself.</summary>
    internal string? OwnText { get; set; }

    /// <summary>Returns the message, the place and the expression with a caret under the place.</summary>
    /// <returns>Several lines, for people; one line where expression or place are not known.</returns>
    public string ToDiagnostic() => FailureCaret.Render(this);

    /// <summary>Fills in the place and the token where they are not known yet.</summary>
    /// <returns><see langword="false"/>: exception filters call this, so that the exception passes without being caught.</returns>
    internal bool Locate(int position, string? token)
    {
        if (Position < 0)
        {
            Position = position;
        }

        if (TokenValue.IsUndefined && token is not null)
        {
            TokenValue = token;
        }

        return false;
    }

    /// <summary>Sets the place and the token, whatever they were.</summary>
    /// <returns><see langword="false"/>: exception filters call this, so that the exception passes without being caught.</returns>
    internal bool Place(int position, string token)
    {
        Position = position;
        TokenValue = token;
        return false;
    }
}
