using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace LocalBridge.EventPatterns.Building;

/// <summary>Finds the JSON names of members in the contracts that write them.</summary>
internal sealed class ContractNames(JsonSerializerOptions options) : MemberNames(options.PropertyNamingPolicy)
{
    public override string NameOf(Type owner, MemberInfo member)
    {
        if (options.TryGetTypeInfo(owner, out JsonTypeInfo? contract))
        {
            foreach (JsonPropertyInfo property in contract.Properties)
            {
                if (property.AttributeProvider is MemberInfo known && known.Name == member.Name && known.MemberType == member.MemberType)
                {
                    return property.Name;
                }
            }
        }

        return base.NameOf(owner, member);
    }
}
