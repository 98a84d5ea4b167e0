using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LocalBridge.EventPatterns.Building;

/// <summary>Finds the JSON names of members by their attributes and a naming policy.</summary>
internal class MemberNames(JsonNamingPolicy? namingPolicy)
{
    /// <param name="owner">The type through which the member is reached.</param>
    /// <param name="member">The property or field.</param>
    public virtual string NameOf(Type owner, MemberInfo member) =>
        member.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? namingPolicy?.ConvertName(member.Name) ?? member.Name;
}
