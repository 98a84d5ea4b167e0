using LocalBridge.StatesLanguage.Definitions;

namespace LocalBridge.StatesLanguage.Maps;

/// <summary>Collects the states that a Map state runs for each item.</summary>
/// <remarks>Not thread-safe.</remarks>
public sealed class ItemProcessorBuilder : StateGraphBuilder<ItemProcessorBuilder>
{
    internal ItemProcessorBuilder()
    {
    }

    /// <summary>Runs the states within the execution of the Map state. That is so without a word, too.</summary>
    public ItemProcessorBuilder Inline()
    {
        var config = new FieldsBuilder();
        config.Text("Mode", "INLINE");
        Fields.Object("ProcessorConfig", config);
        return this;
    }

    /// <summary>Runs the states as an execution of their own for each item or batch, in a Map Run.</summary>
    /// <param name="executionType">The type of these executions.</param>
    public ItemProcessorBuilder Distributed(ProcessorExecutionType executionType = ProcessorExecutionType.Standard)
    {
        var config = new FieldsBuilder();
        config.Text("Mode", "DISTRIBUTED");
        config.Text("ExecutionType", executionType == ProcessorExecutionType.Express ? "EXPRESS" : "STANDARD");
        Fields.Object("ProcessorConfig", config);
        return this;
    }
}
