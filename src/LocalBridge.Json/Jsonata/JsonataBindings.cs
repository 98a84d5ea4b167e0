using System.Diagnostics;

namespace LocalBridge.Json.Jsonata;

/// <summary>Holds what one evaluation is given beside its input: variables, the instant it runs at and its random numbers.</summary>
/// <remarks>Creating one costs two small arrays. This type is mutable; evaluations that share one only read it.</remarks>
/// <example>
/// <code>
/// var bindings = new JsonataBindings().Set("states", states).Set("limit", 10);
/// JsonValue result = expression.Evaluate(default, bindings);
/// </code>
/// </example>
[DebuggerDisplay("Count = {Count}")]
public sealed class JsonataBindings
{
    private const int FirstCapacity = 4;

    private string[] _names = [];
    private JsonValue[] _values = [];

    /// <summary>Gets the number of variables.</summary>
    public int Count { get; private set; }

    /// <summary>Gets or sets what <c>$now()</c> and <c>$millis()</c> say.</summary>
    /// <value>The default value, <see langword="null"/>, means the instant at which the evaluation starts.</value>
    public DateTimeOffset? Instant { get; set; }

    /// <summary>Gets or sets the source of 64 random bits of <c>$random</c>, <c>$shuffle</c> and <c>$uuid</c>.</summary>
    /// <value>The default value, <see langword="null"/>, means that of the options.</value>
    public Func<ulong>? RandomSource { get; set; }

    /// <summary>Gets the variables, in the order they were first set.</summary>
    public ReadOnlySpan<string> Names => _names.AsSpan(0, Count);

    /// <summary>Gets a variable.</summary>
    /// <param name="name">The name without the dollar sign.</param>
    /// <value><see cref="JsonValue.Undefined"/> where it has not been set.</value>
    public JsonValue this[string name]
    {
        get
        {
            int index = IndexOf(name);
            return index < 0 ? default : _values[index];
        }
    }

    /// <summary>Sets a variable.</summary>
    /// <param name="name">The name without the dollar sign.</param>
    /// <param name="value">The value; <see cref="JsonValue.Undefined"/> hides a function of that name and leaves the variable without a value.</param>
    /// <returns>These bindings.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or starts with a dollar sign.</exception>
    public JsonataBindings Set(string name, JsonValue value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (name[0] == '$')
        {
            throw new ArgumentException($"The variable name '{name}' starts with '$'; set it as '{name.TrimStart('$')}'.", nameof(name));
        }

        int index = IndexOf(name);
        if (index >= 0)
        {
            _values[index] = value;
            return this;
        }

        if (Count == _names.Length)
        {
            int capacity = Math.Max(FirstCapacity, Count * 2);
            Array.Resize(ref _names, capacity);
            Array.Resize(ref _values, capacity);
        }

        _names[Count] = name;
        _values[Count] = value;
        Count++;
        return this;
    }

    /// <summary>Returns the position of a variable, or -1.</summary>
    internal int IndexOf(string name)
    {
        for (int i = 0; i < Count; i++)
        {
            if (string.Equals(_names[i], name))
            {
                return i;
            }
        }

        return -1;
    }

    internal JsonValue At(int index) => _values[index];
}
