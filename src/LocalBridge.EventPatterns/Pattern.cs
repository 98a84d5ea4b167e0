using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LocalBridge.EventPatterns.Building;

namespace LocalBridge.EventPatterns;

/// <summary>Starts patterns whose fields are named by the properties of a C# type.</summary>
/// <remarks>Safe to call from any thread. Expressions are only looked at, never compiled, so everything works in code compiled ahead of time.</remarks>
/// <example>
/// <code>
/// EventPattern pattern = Pattern.For&lt;OrderPlaced&gt;()
///     .Source("shop.orders")
///     .Where(order => order.Total, Match.GreaterThan(100))
///     .Build();
/// </code>
/// </example>
public static class Pattern
{
    /// <summary>
    /// Starts a pattern on events whose detail is a <typeparamref name="TDetail"/>. A property is called what its <c>[JsonPropertyName]</c> says, or else its
    /// name in camel case, as the web defaults of System.Text.Json write it.
    /// </summary>
    /// <typeparam name="TDetail">The type of the detail.</typeparam>
    public static EventPatternBuilder<TDetail> For<TDetail>() => For<TDetail>(JsonNamingPolicy.CamelCase);

    /// <summary>Starts a pattern on events whose detail is a <typeparamref name="TDetail"/>.</summary>
    /// <typeparam name="TDetail">The type of the detail.</typeparam>
    /// <param name="namingPolicy">What properties without <c>[JsonPropertyName]</c> are called; <see langword="null"/> for their own names.</param>
    public static EventPatternBuilder<TDetail> For<TDetail>(JsonNamingPolicy? namingPolicy) => new(new MemberNames(namingPolicy));

    /// <summary>Starts a pattern on events whose detail is a <typeparamref name="TDetail"/>, written by this contract.</summary>
    /// <typeparam name="TDetail">The type of the detail.</typeparam>
    /// <param name="typeInfo">The contract. Its options must know the types of nested properties, too.</param>
    public static EventPatternBuilder<TDetail> For<TDetail>(JsonTypeInfo<TDetail> typeInfo)
    {
        ArgumentNullException.ThrowIfNull(typeInfo);
        return new EventPatternBuilder<TDetail>(new ContractNames(typeInfo.Options));
    }
}
