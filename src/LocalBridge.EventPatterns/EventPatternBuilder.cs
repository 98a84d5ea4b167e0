using System.Text;
using LocalBridge.EventPatterns.Building;

namespace LocalBridge.EventPatterns;

/// <summary>Builds an event pattern step by step; the result is the JSON an author would have written, in the order of the calls.</summary>
/// <remarks>
/// Conditions on different fields are joined by AND, the values given for one field by OR. Not safe for use from several threads at once.
/// A builder is used up by <see cref="Build()"/>.
/// </remarks>
/// <example>
/// <code>
/// EventPattern pattern = new EventPatternBuilder()
///     .Source("shop.orders")
///     .DetailType("OrderPlaced")
///     .Detail("total", Match.GreaterThan(100))
///     .Build();
/// </code>
/// </example>
public sealed class EventPatternBuilder
{
    private readonly PatternObject _root = new();
    private bool _used;

    /// <summary>Adds a condition on <c>source</c>.</summary>
    /// <inheritdoc cref="Field" path="/param[@name='values']|/returns|/exception"/>
    public EventPatternBuilder Source(params ReadOnlySpan<MatchExpression> values) => Add(["source"], values);

    /// <summary>Adds a condition on <c>detail-type</c>.</summary>
    /// <inheritdoc cref="Field" path="/param[@name='values']|/returns|/exception"/>
    public EventPatternBuilder DetailType(params ReadOnlySpan<MatchExpression> values) => Add(["detail-type"], values);

    /// <summary>Adds a condition on <c>account</c>.</summary>
    /// <inheritdoc cref="Field" path="/param[@name='values']|/returns|/exception"/>
    public EventPatternBuilder Account(params ReadOnlySpan<MatchExpression> values) => Add(["account"], values);

    /// <summary>Adds a condition on <c>region</c>.</summary>
    /// <inheritdoc cref="Field" path="/param[@name='values']|/returns|/exception"/>
    public EventPatternBuilder Region(params ReadOnlySpan<MatchExpression> values) => Add(["region"], values);

    /// <summary>Adds a condition on <c>resources</c>: it is enough that one resource satisfies it.</summary>
    /// <inheritdoc cref="Field" path="/param[@name='values']|/returns|/exception"/>
    public EventPatternBuilder Resources(params ReadOnlySpan<MatchExpression> values) => Add(["resources"], values);

    /// <summary>Adds a condition on <c>id</c>.</summary>
    /// <inheritdoc cref="Field" path="/param[@name='values']|/returns|/exception"/>
    public EventPatternBuilder Id(params ReadOnlySpan<MatchExpression> values) => Add(["id"], values);

    /// <summary>Adds a condition on <c>time</c>.</summary>
    /// <inheritdoc cref="Field" path="/param[@name='values']|/returns|/exception"/>
    public EventPatternBuilder Time(params ReadOnlySpan<MatchExpression> values) => Add(["time"], values);

    /// <summary>Adds a condition on <c>version</c>.</summary>
    /// <inheritdoc cref="Field" path="/param[@name='values']|/returns|/exception"/>
    public EventPatternBuilder Version(params ReadOnlySpan<MatchExpression> values) => Add(["version"], values);

    /// <summary>Adds a condition on a field of <c>detail</c>.</summary>
    /// <param name="path">The path below <c>detail</c>, names joined with dots.</param>
    /// <param name="values">One or more alternatives.</param>
    /// <inheritdoc cref="Field" path="/returns|/exception"/>
    public EventPatternBuilder Detail(string path, params ReadOnlySpan<MatchExpression> values)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Add(["detail", .. path.Split('.')], values);
    }

    /// <summary>Adds a condition on any field.</summary>
    /// <param name="path">The path from the top of the event, names joined with dots.</param>
    /// <param name="values">One or more alternatives.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">No value is given, or the path has a condition already, or runs through a field that has one.</exception>
    /// <exception cref="InvalidOperationException">The builder was used up by <see cref="Build()"/>.</exception>
    public EventPatternBuilder Field(string path, params ReadOnlySpan<MatchExpression> values)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Add(path.Split('.'), values);
    }

    /// <summary>Adds <c>$or</c>: at least one of the branches must be satisfied, besides all other conditions.</summary>
    /// <param name="branches">Two or more callbacks, each adding the conditions of its branch to the builder it is given.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">Fewer than two branches are given, or one adds no condition, or there is an <c>$or</c> already.</exception>
    /// <exception cref="InvalidOperationException">The builder was used up by <see cref="Build()"/>.</exception>
    public EventPatternBuilder Or(params ReadOnlySpan<Action<EventPatternBuilder>> branches)
    {
        ThrowIfUsed();
        if (branches.Length < 2)
        {
            throw new ArgumentException("An $or needs at least two branches.", nameof(branches));
        }

        StringBuilder text = new();
        foreach (Action<EventPatternBuilder>? branch in branches)
        {
            ArgumentNullException.ThrowIfNull(branch, nameof(branches));
            EventPatternBuilder builder = new();
            branch(builder);
            if (builder._root.IsEmpty)
            {
                throw new ArgumentException("Every branch of an $or needs at least one condition.", nameof(branches));
            }

            text.Append(text.Length == 0 ? '[' : ',');
            builder._root.WriteTo(text);
            builder._used = true;
        }

        if (!_root.TryAdd(["$or"], text.Append(']').ToString()))
        {
            throw new ArgumentException("There is an $or at this level already. Put the second one inside the branches of the first.", nameof(branches));
        }

        return this;
    }

    /// <summary>Returns the pattern's JSON as it stands.</summary>
    public string ToJson()
    {
        StringBuilder text = new();
        _root.WriteTo(text);
        return text.ToString();
    }

    /// <summary>Builds the pattern with the default limits. The builder cannot be used afterwards.</summary>
    /// <returns>The pattern.</returns>
    /// <exception cref="EventPatternException">EventBridge would refuse the pattern.</exception>
    /// <exception cref="InvalidOperationException">The builder was used up already.</exception>
    public EventPattern Build() => Build(EventPatternOptions.Default);

    /// <summary>Builds the pattern. The builder cannot be used afterwards.</summary>
    /// <param name="options">The limits.</param>
    /// <inheritdoc cref="Build()" path="/returns|/exception"/>
    public EventPattern Build(EventPatternOptions options)
    {
        ThrowIfUsed();
        EventPattern pattern = EventPattern.Parse(ToJson(), options);
        _used = true;
        return pattern;
    }

    /// <summary>Returns the same text as <see cref="ToJson"/>.</summary>
    public override string ToString() => ToJson();

    private EventPatternBuilder Add(ReadOnlySpan<string> names, ReadOnlySpan<MatchExpression> values)
    {
        ThrowIfUsed();
        string path = string.Join('.', names);
        if (!_root.TryAdd(names, Match.AnyOf(values).ToString()))
        {
            throw new ArgumentException($"The path '{path}' has a condition already, or runs through a field that has one. Give all alternatives of a field in one call.");
        }

        return this;
    }

    private void ThrowIfUsed()
    {
        if (_used)
        {
            throw new InvalidOperationException("This builder has built its pattern already. Use a new one.");
        }
    }
}
