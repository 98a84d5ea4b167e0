using LocalBridge.Json;
using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.Templates;

namespace LocalBridge.StatesLanguage.Maps;

/// <summary>Collects the fields of an <c>ItemBatcher</c>.</summary>
/// <remarks>Not thread-safe.</remarks>
public sealed class ItemBatcherBuilder
{
    internal ItemBatcherBuilder()
    {
    }

    internal FieldsBuilder Fields { get; } = new();

    /// <summary>Sets how many items a batch may have.</summary>
    /// <param name="count">The number.</param>
    public ItemBatcherBuilder MaxItemsPerBatch(long count) => Value("MaxItemsPerBatch", count);

    /// <summary>Sets how many items a batch may have (JSONata).</summary>
    /// <param name="expression">The expression of the number in <c>{% %}</c>.</param>
    public ItemBatcherBuilder MaxItemsPerBatch(string expression) => Text("MaxItemsPerBatch", expression);

    /// <summary>Sets how many items a batch may have (JSONPath).</summary>
    /// <param name="path">The path of the number.</param>
    public ItemBatcherBuilder MaxItemsPerBatchPath(string path) => Text("MaxItemsPerBatchPath", path);

    /// <summary>Sets how many bytes a batch may have.</summary>
    /// <param name="bytes">The number.</param>
    public ItemBatcherBuilder MaxInputBytesPerBatch(long bytes) => Value("MaxInputBytesPerBatch", bytes);

    /// <summary>Sets how many bytes a batch may have (JSONata).</summary>
    /// <param name="expression">The expression of the number in <c>{% %}</c>.</param>
    public ItemBatcherBuilder MaxInputBytesPerBatch(string expression) => Text("MaxInputBytesPerBatch", expression);

    /// <summary>Sets how many bytes a batch may have (JSONPath).</summary>
    /// <param name="path">The path of the number.</param>
    public ItemBatcherBuilder MaxInputBytesPerBatchPath(string path) => Text("MaxInputBytesPerBatchPath", path);

    /// <summary>Sets what every batch is given besides its items.</summary>
    /// <param name="template">Any JSON object; it may hold expressions.</param>
    public ItemBatcherBuilder BatchInput(JsonValue template) => Value("BatchInput", template);

    /// <summary>Sets what every batch is given besides its items.</summary>
    /// <param name="configure">Adds the fields.</param>
    public ItemBatcherBuilder BatchInput(Action<PayloadBuilder> configure) => Value("BatchInput", PayloadBuilder.Build(configure));

    private ItemBatcherBuilder Text(string field, string value)
    {
        Fields.Text(field, value);
        return this;
    }

    private ItemBatcherBuilder Value(string field, JsonValue value)
    {
        Fields.Value(field, value);
        return this;
    }
}
