using System.Text.Json.Serialization;

namespace LocalBridge.Tests.Support;

internal sealed record Order(int Id, decimal Total);

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Order))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(List<Order>))]
[JsonSerializable(typeof(Dictionary<string, int>))]
internal sealed partial class OrderJson : JsonSerializerContext;
