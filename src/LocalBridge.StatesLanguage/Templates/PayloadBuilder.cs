using LocalBridge.Json;

namespace LocalBridge.StatesLanguage.Templates;

/// <summary>Puts a payload template together: an object of fixed values and expressions.</summary>
/// <remarks>Not thread-safe.</remarks>
public sealed class PayloadBuilder
{
    private const string ExpressionSuffix = ".$";

    private readonly JsonObjectBuilder _fields = new();

    internal PayloadBuilder()
    {
    }

    /// <summary>Adds a fixed value; in JSONata a string in <c>{% %}</c> is an expression.</summary>
    /// <param name="name">The name of the field.</param>
    /// <param name="value">The value.</param>
    public PayloadBuilder Value(string name, JsonValue value)
    {
        _fields.SetItem(name, value);
        return this;
    }

    /// <summary>Adds what a path or an intrinsic function gives (JSONPath): the field <c>NAME.$</c>.</summary>
    /// <param name="name">The name of the field, without <c>.$</c>.</param>
    /// <param name="expression">For example <c>$.order.id</c>, <c>$$.Execution.Name</c>, <c>$variable</c> or <c>States.UUID()</c>.</param>
    public PayloadBuilder Path(string name, string expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        return Value(name + ExpressionSuffix, expression);
    }

    /// <summary>Adds what a JSONata expression gives: the value <c>{% EXPRESSION %}</c>.</summary>
    /// <param name="name">The name of the field.</param>
    /// <param name="expression">The expression without its marks, for example <c>$states.input.order.id</c>.</param>
    public PayloadBuilder Jsonata(string name, string expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        return Value(name, $"{{% {expression} %}}");
    }

    /// <summary>Adds an object.</summary>
    /// <param name="name">The name of the field.</param>
    /// <param name="configure">Adds the fields of the object.</param>
    public PayloadBuilder Value(string name, Action<PayloadBuilder> configure) => Value(name, Build(configure));

    internal static JsonValue Build(Action<PayloadBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var builder = new PayloadBuilder();
        configure(builder);
        return builder._fields.Build();
    }
}
