using System.Linq.Expressions;
using LocalBridge.EventPatterns.Building;

namespace LocalBridge.EventPatterns;

/// <summary>Builds an event pattern whose fields are named by the properties of a C# type; the JSON is what <see cref="EventPatternBuilder"/> makes of the same paths.</summary>
/// <typeparam name="TDetail">The type of the detail.</typeparam>
/// <remarks>
/// Conditions on different fields are joined by AND, the values given for one field by OR. Not safe for use from several threads at once. A builder is used
/// up by <see cref="Build()"/>.
/// </remarks>
public sealed class EventPatternBuilder<TDetail>
{
    private readonly EventPatternBuilder _builder;
    private readonly MemberNames _names;

    internal EventPatternBuilder(MemberNames names)
        : this(new EventPatternBuilder(), names)
    {
    }

    private EventPatternBuilder(EventPatternBuilder builder, MemberNames names)
    {
        _builder = builder;
        _names = names;
    }

    /// <summary>Adds a condition on <c>source</c>.</summary>
    /// <param name="values">One or more alternatives.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">No value is given, or there is a condition already.</exception>
    public EventPatternBuilder<TDetail> Source(params ReadOnlySpan<MatchExpression> values)
    {
        _builder.Source(values);
        return this;
    }

    /// <summary>Adds a condition on <c>detail-type</c>.</summary>
    /// <inheritdoc cref="Source" path="/param|/returns|/exception"/>
    public EventPatternBuilder<TDetail> DetailType(params ReadOnlySpan<MatchExpression> values)
    {
        _builder.DetailType(values);
        return this;
    }

    /// <summary>Adds a condition on a property of the detail.</summary>
    /// <typeparam name="TValue">The type of the property.</typeparam>
    /// <param name="property">
    /// The property, such as <c>order => order.Customer.Country</c>. Elements of a collection are looked through: <c>order => order.Lines[0].Sku</c>,
    /// <c>order => order.Lines.First().Sku</c> and <c>order => order.Lines.Select(line => line.Sku)</c> all mean the field of any element.
    /// A constant key of a dictionary, as in <c>order => order.Tags["color"]</c>, is a field.
    /// </param>
    /// <param name="values">One or more alternatives.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">The expression is more than a path of properties, or no value is given, or the field has a condition already.</exception>
    public EventPatternBuilder<TDetail> Where<TValue>(Expression<Func<TDetail, TValue>> property, params ReadOnlySpan<MatchExpression> values)
    {
        ArgumentNullException.ThrowIfNull(property);
        _builder.Detail(MemberPath.Of(property, _names), values);
        return this;
    }

    /// <summary>Adds a condition on any other field.</summary>
    /// <param name="path">The path from the top of the event, names joined with dots.</param>
    /// <param name="values">One or more alternatives.</param>
    /// <inheritdoc cref="Source" path="/returns|/exception"/>
    public EventPatternBuilder<TDetail> Field(string path, params ReadOnlySpan<MatchExpression> values)
    {
        _builder.Field(path, values);
        return this;
    }

    /// <summary>Adds <c>$or</c>: at least one of the branches must be satisfied, besides all other conditions.</summary>
    /// <param name="branches">Two or more callbacks, each adding the conditions of its branch to the builder it is given.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">Fewer than two branches are given, or one adds no condition, or there is an <c>$or</c> already.</exception>
    public EventPatternBuilder<TDetail> Or(params ReadOnlySpan<Action<EventPatternBuilder<TDetail>>> branches)
    {
        var untyped = new Action<EventPatternBuilder>[branches.Length];
        for (int index = 0; index < branches.Length; index++)
        {
            Action<EventPatternBuilder<TDetail>> branch = branches[index] ?? throw new ArgumentNullException(nameof(branches));
            untyped[index] = builder => branch(new EventPatternBuilder<TDetail>(builder, _names));
        }

        _builder.Or(untyped);
        return this;
    }

    /// <summary>Returns the pattern's JSON as it stands.</summary>
    public string ToJson() => _builder.ToJson();

    /// <summary>Builds the pattern with the default limits. The builder cannot be used afterwards.</summary>
    /// <returns>The pattern.</returns>
    /// <exception cref="EventPatternException">EventBridge would refuse the pattern.</exception>
    /// <exception cref="InvalidOperationException">The builder was used up already.</exception>
    public EventPattern Build() => _builder.Build();

    /// <summary>Builds the pattern. The builder cannot be used afterwards.</summary>
    /// <param name="options">The limits.</param>
    /// <inheritdoc cref="Build()" path="/returns|/exception"/>
    public EventPattern Build(EventPatternOptions options) => _builder.Build(options);

    /// <summary>Returns the same text as <see cref="ToJson"/>.</summary>
    public override string ToString() => ToJson();
}
