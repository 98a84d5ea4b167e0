namespace LocalBridge.Json.Jsonata;

/// <summary>Represents the body of a function that expressions can call.</summary>
/// <param name="arguments">The arguments, one for each parameter of the signature; <see cref="JsonValue.Undefined"/> where none was given.</param>
/// <returns>The result; <see cref="JsonValue.Undefined"/> for none.</returns>
public delegate JsonValue JsonataFunctionBody(ReadOnlySpan<JsonValue> arguments);

/// <summary>Represents a function of the host that expressions can call.</summary>
/// <remarks>This type is immutable and safe to use from many threads at once, provided that its body is.</remarks>
/// <example>
/// <code>
/// var options = new JsonataOptions
/// {
///     Functions = [new JsonataFunction("vat", "&lt;n-n?:n&gt;", args => args[0].GetDouble() * (args[1].IsUndefined ? 0.2 : args[1].GetDouble()))],
/// };
/// JsonataExpression.Compile("items.$vat(price)", options);
/// </code>
/// </example>
public sealed class JsonataFunction
{
    /// <summary>Initializes a new instance of the <see cref="JsonataFunction"/> class.</summary>
    /// <param name="name">The name without the dollar sign.</param>
    /// <param name="signature">The signature in JSONata's notation, such as <c>&lt;s-n?:s&gt;</c>, or <see langword="null"/> to take any arguments.</param>
    /// <param name="body">What the function does. It throws a <see cref="JsonataException"/> to fail with a code.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or starts with a dollar sign.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="body"/> is <see langword="null"/>.</exception>
    /// <exception cref="JsonataException">The signature is faulty.</exception>
    public JsonataFunction(string name, string? signature, JsonataFunctionBody body)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(body);
        if (name[0] == '$')
        {
            throw new ArgumentException($"The function name '{name}' starts with '$'; name it '{name.TrimStart('$')}'.", nameof(name));
        }

        Name = name;
        Signature = signature;
        Body = body;
        Parsed = signature is null ? null : Signatures.SignatureReader.Read(signature);
    }

    /// <summary>Gets the name without the dollar sign.</summary>
    public string Name { get; }

    /// <summary>Gets the signature, or <see langword="null"/> where the function takes any arguments.</summary>
    public string? Signature { get; }

    internal JsonataFunctionBody Body { get; }

    internal Signatures.Signature? Parsed { get; }
}
