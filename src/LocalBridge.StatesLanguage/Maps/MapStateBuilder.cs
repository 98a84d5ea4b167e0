using LocalBridge.Json;
using LocalBridge.StatesLanguage.States;
using LocalBridge.StatesLanguage.Templates;

namespace LocalBridge.StatesLanguage.Maps;

/// <summary>Collects the fields of a Map state.</summary>
/// <remarks>Not thread-safe.</remarks>
public sealed partial class MapStateBuilder : FallibleStateBuilder<MapStateBuilder>
{
    internal MapStateBuilder()
        : base(StateType.Map)
    {
    }

    /// <summary>Sets where the items are in the effective input (JSONPath).</summary>
    /// <param name="path">The reference path.</param>
    public MapStateBuilder ItemsPath(string path) => Text("ItemsPath", path);

    /// <summary>Sets the items (JSONata).</summary>
    /// <param name="items">An array, or an expression of one in <c>{% %}</c>.</param>
    public MapStateBuilder Items(JsonValue items) => Value("Items", items);

    /// <summary>Sets the template of each iteration's input.</summary>
    /// <param name="template">Any JSON; without it the item itself is the input.</param>
    public MapStateBuilder ItemSelector(JsonValue template) => Value("ItemSelector", template);

    /// <summary>Sets the template of each iteration's input.</summary>
    /// <param name="configure">Adds the fields.</param>
    public MapStateBuilder ItemSelector(Action<PayloadBuilder> configure) => Template("ItemSelector", configure);

    /// <summary>Sets how many iterations may run at the same time.</summary>
    /// <param name="limit">The number; 0 for as many as the service allows.</param>
    public MapStateBuilder MaxConcurrency(int limit) => Value("MaxConcurrency", limit);

    /// <summary>Sets how many iterations may run at the same time (JSONata).</summary>
    /// <param name="expression">The expression of the number in <c>{% %}</c>.</param>
    public MapStateBuilder MaxConcurrency(string expression) => Text("MaxConcurrency", expression);

    /// <summary>Sets how many iterations may run at the same time (JSONPath).</summary>
    /// <param name="path">The path of the number.</param>
    public MapStateBuilder MaxConcurrencyPath(string path) => Text("MaxConcurrencyPath", path);

    /// <summary>Sets the states that run for each item.</summary>
    /// <param name="configure">Adds the states, and says whether they run within the execution or as executions of their own.</param>
    public MapStateBuilder ItemProcessor(Action<ItemProcessorBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var processor = new ItemProcessorBuilder();
        configure(processor);
        Fields.Object("ItemProcessor", processor.Complete());
        return this;
    }
}
