using LocalBridge.Json;
using LocalBridge.StatesLanguage.MapRuns;

namespace LocalBridge.Workflows.MapRuns;

/// <summary>What one child execution of a Map Run is started with. Its names are made of the Map Run's ARN and its position, so that it is found again after a restart.</summary>
/// <param name="Index">Its position.</param>
/// <param name="Name">Its name.</param>
/// <param name="Arn">Its ARN.</param>
/// <param name="Item">The item, which its context object shows.</param>
/// <param name="Input">Its input.</param>
internal sealed record MapRunChild(int Index, string Name, string Arn, JsonValue Item, JsonValue Input)
{
    internal static MapRunChild Of(int index, string name, string arn, in MapRunInput input) => new(index, name, arn, input.Item, input.Input);
}
