using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.Maps;
using LocalBridge.StatesLanguage.States;

namespace LocalBridge.Tests.Workflows.MapRuns.Items;

/// <summary>Makes reader configs the way definitions do.</summary>
internal static class ReaderConfigs
{
    public static ReaderConfig Parse(string config)
    {
        var definition = StateMachineDefinition.Parse(
            $$$$"""
            {"StartAt":"M","States":{"M":{"Type":"Map","ItemReader":{"Resource":"arn:aws:states:::s3:getObject","ReaderConfig":{{{{config}}}}},
            "ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"P","States":{"P":{"Type":"Pass","End":true}}},
            "End":true}}}
            """);
        definition.Graph.TryGetState("M", out State? state);
        return ((MapState)state!).ItemReader!.Config;
    }
}
