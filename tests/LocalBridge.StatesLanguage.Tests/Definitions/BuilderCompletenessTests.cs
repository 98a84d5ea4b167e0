using System.Reflection;
using LocalBridge.Json;
using LocalBridge.StatesLanguage.Choices;
using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.Errors;
using LocalBridge.StatesLanguage.Failing;
using LocalBridge.StatesLanguage.Maps;
using LocalBridge.StatesLanguage.Parallels;
using LocalBridge.StatesLanguage.Passing;
using LocalBridge.StatesLanguage.Succeeding;
using LocalBridge.StatesLanguage.Tasks;
using LocalBridge.StatesLanguage.Tests.Support;
using LocalBridge.StatesLanguage.Waiting;

namespace LocalBridge.StatesLanguage.Tests.Definitions;

/// <summary>No feature may exist on one side only: every field of the language has a method of the builder, and the other way round.</summary>
internal sealed class BuilderCompletenessTests
{
    // Fields that are set in another way than by a method of their name; null for those that no builder needs. A Resource is an argument, and
    // Parameters of a Map state is the older name of ItemSelector.
    private static readonly Dictionary<string, string?> OtherNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Type"] = null,
        ["Choices"] = "When",
        ["Branches"] = "Branch",
        ["States"] = "Pass",
        ["ProcessorConfig"] = "Distributed",
        ["ReaderConfig"] = "InputType",
        ["WriterConfig"] = "OutputType",
        ["Iterator"] = "ItemProcessor",
        ["Condition"] = null,
        ["Variable"] = null,
    };

    private static readonly (Type Builder, string Kind)[] Builders =
    [
        (typeof(PassStateBuilder), "Pass"), (typeof(TaskStateBuilder), "Task"), (typeof(ChoiceStateBuilder), "Choice"), (typeof(WaitStateBuilder), "Wait"),
        (typeof(SucceedStateBuilder), "Succeed"), (typeof(FailStateBuilder), "Fail"), (typeof(ParallelStateBuilder), "Parallel"), (typeof(MapStateBuilder), "Map"),
        (typeof(StateMachineBuilder), "machine"), (typeof(BranchBuilder), "branch"), (typeof(ItemProcessorBuilder), "ItemProcessor"),
        (typeof(RetrierBuilder), "Retry"), (typeof(CatcherBuilder), "Catch"), (typeof(ItemReaderBuilder), "ItemReader"), (typeof(ItemReaderBuilder), "ReaderConfig"),
        (typeof(ItemBatcherBuilder), "ItemBatcher"), (typeof(ResultWriterBuilder), "ResultWriter"), (typeof(ResultWriterBuilder), "WriterConfig"),
    ];

    private static IEnumerable<string> Methods(Type builder) =>
        builder.GetMethods(BindingFlags.Public | BindingFlags.Instance).Where(method => method.ReturnType == builder).Select(static method => method.Name).Distinct();

    [Test]
    public void EveryFieldThatIsWritten_HasAMethodOfItsBuilder()
    {
        Dictionary<string, HashSet<string>> fields = Fields();

        IEnumerable<string> missing =
            from entry in Builders
            from field in fields[entry.Kind]
            where !Methods(entry.Builder).Contains(OtherNames.GetValueOrDefault(field, field), StringComparer.OrdinalIgnoreCase)
            where OtherNames.GetValueOrDefault(field, field) is not null
            where !(field == "Resource" && entry.Kind is "Task" or "ItemReader") && !(field == "Parameters" && entry.Kind == "Map")
            select $"{entry.Builder.Name} lacks {field}";

        Assert.That(missing, Is.Empty);
    }

    [Test]
    public void EveryMethodOfAStateBuilder_IsAFieldOfTheLanguage()
    {
        Dictionary<string, HashSet<string>> fields = Fields();

        IEnumerable<string> unknown =
            from entry in Builders.Take(8)
            from method in Methods(entry.Builder)
            where !fields[entry.Kind].Contains(method) && !OtherNames.ContainsValue(method)
            where !Common.Contains(method)
            select $"{entry.Builder.Name} has {method}";

        Assert.That(unknown, Is.Empty);
    }

    // Fields that every type of state has; not every one of them stands in the samples.
    private static readonly string[] Common = ["Comment", "QueryLanguage", "InputPath", "OutputPath", "Output", "Assign", "Next", "End", "ResultSelector", "ResultPath", "Retry", "Catch"];

    /// <summary>All fields in the samples and in the corpora, by where they stand.</summary>
    private static Dictionary<string, HashSet<string>> Fields()
    {
        Dictionary<string, HashSet<string>> fields = Builders.Select(static entry => entry.Kind).Distinct()
            .ToDictionary(static kind => kind, static _ => new HashSet<string>(StringComparer.OrdinalIgnoreCase));
        CollectGraph(JsonValue.Parse(EverythingMachines.JsonPath), "machine", fields);
        CollectGraph(JsonValue.Parse(EverythingMachines.Jsonata), "machine", fields);
        foreach (string corpus in ConformanceData.Folder is null ? Array.Empty<string>() : ["cases", "definitions-wild.jsonl"])
        {
            foreach ((_, JsonValue definition) in ConformanceData.Definitions(corpus))
            {
                if (StateMachineDefinition.TryParse(definition.ToJson(), out _, out _))
                {
                    CollectGraph(definition, "machine", fields);
                }
            }
        }

        return fields;
    }

    private static void CollectGraph(JsonValue graph, string kind, Dictionary<string, HashSet<string>> fields)
    {
        fields[kind].UnionWith(graph.AsObject().Names.ToArray());
        foreach (JsonValue state in graph["States"].AsObject().Values)
        {
            string type = state["Type"].GetString();
            fields[type].UnionWith(state.AsObject().Names.ToArray());
            Collect(state["Retry"], "Retry", fields);
            Collect(state["Catch"], "Catch", fields);
            Collect(state["ItemBatcher"], "ItemBatcher", fields);
            Collect(state["ItemReader"], "ItemReader", fields);
            Collect(state["ItemReader"].IsObject ? state["ItemReader"]["ReaderConfig"] : default, "ReaderConfig", fields);
            Collect(state["ResultWriter"], "ResultWriter", fields);
            Collect(state["ResultWriter"].IsObject ? state["ResultWriter"]["WriterConfig"] : default, "WriterConfig", fields);
            foreach (JsonValue branch in state["Branches"].IsArray ? state["Branches"].AsArray() : JsonArray.Empty)
            {
                CollectGraph(branch, "branch", fields);
            }

            JsonValue processor = state["ItemProcessor"].IsObject ? state["ItemProcessor"] : state["Iterator"];
            if (processor.IsObject)
            {
                CollectGraph(processor, "ItemProcessor", fields);
            }
        }
    }

    private static void Collect(JsonValue value, string kind, Dictionary<string, HashSet<string>> fields)
    {
        if (value.IsObject)
        {
            fields[kind].UnionWith(value.AsObject().Names.ToArray());
        }

        foreach (JsonValue element in value.IsArray ? value.AsArray() : JsonArray.Empty)
        {
            Collect(element, kind, fields);
        }
    }
}
