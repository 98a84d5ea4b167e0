namespace LocalBridge.StatesLanguage.Maps;

public sealed partial class MapStateBuilder
{
    /// <summary>Sets the name under which the Map Runs of the state are listed (distributed).</summary>
    /// <param name="label">The name, up to 40 characters.</param>
    public MapStateBuilder Label(string label) => Text("Label", label);

    /// <summary>Sets where the items are read from (distributed).</summary>
    /// <param name="resource">What reads them, for example <c>arn:aws:states:::s3:getObject</c>.</param>
    /// <param name="configure">Says from where, and in which format.</param>
    public MapStateBuilder ItemReader(string resource, Action<ItemReaderBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var reader = new ItemReaderBuilder(resource);
        configure(reader);
        Fields.Object("ItemReader", reader.Complete());
        return this;
    }

    /// <summary>Sets how items are put together into batches (distributed).</summary>
    /// <param name="configure">Says how large a batch may be.</param>
    public MapStateBuilder ItemBatcher(Action<ItemBatcherBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var batcher = new ItemBatcherBuilder();
        configure(batcher);
        Fields.Object("ItemBatcher", batcher.Fields);
        return this;
    }

    /// <summary>Sets where the results are written (distributed).</summary>
    /// <param name="configure">Says where, and in which format.</param>
    public MapStateBuilder ResultWriter(Action<ResultWriterBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var writer = new ResultWriterBuilder();
        configure(writer);
        Fields.Object("ResultWriter", writer.Complete());
        return this;
    }

    /// <summary>Sets how many items may fail before the state fails (distributed).</summary>
    /// <param name="count">The number.</param>
    public MapStateBuilder ToleratedFailureCount(long count) => Value("ToleratedFailureCount", count);

    /// <summary>Sets how many items may fail before the state fails (distributed, JSONata).</summary>
    /// <param name="expression">The expression of the number in <c>{% %}</c>.</param>
    public MapStateBuilder ToleratedFailureCount(string expression) => Text("ToleratedFailureCount", expression);

    /// <summary>Sets how many items may fail before the state fails (distributed, JSONPath).</summary>
    /// <param name="path">The path of the number.</param>
    public MapStateBuilder ToleratedFailureCountPath(string path) => Text("ToleratedFailureCountPath", path);

    /// <summary>Sets which share of the items may fail before the state fails (distributed).</summary>
    /// <param name="percentage">The share, from 0 to 100.</param>
    public MapStateBuilder ToleratedFailurePercentage(double percentage) => Value("ToleratedFailurePercentage", percentage);

    /// <summary>Sets which share of the items may fail before the state fails (distributed, JSONata).</summary>
    /// <param name="expression">The expression of the share in <c>{% %}</c>.</param>
    public MapStateBuilder ToleratedFailurePercentage(string expression) => Text("ToleratedFailurePercentage", expression);

    /// <summary>Sets which share of the items may fail before the state fails (distributed, JSONPath).</summary>
    /// <param name="path">The path of the share.</param>
    public MapStateBuilder ToleratedFailurePercentagePath(string path) => Text("ToleratedFailurePercentagePath", path);
}
