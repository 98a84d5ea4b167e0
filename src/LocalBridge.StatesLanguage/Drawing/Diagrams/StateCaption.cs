using System.Globalization;
using LocalBridge.StatesLanguage.Failing;
using LocalBridge.StatesLanguage.Maps;
using LocalBridge.StatesLanguage.States;
using LocalBridge.StatesLanguage.Tasks;
using LocalBridge.StatesLanguage.Waiting;

namespace LocalBridge.StatesLanguage.Drawing.Diagrams;

/// <summary>Says in a few words what a state is and what matters most about it.</summary>
internal static class StateCaption
{
    internal static string Of(State state) => Detail(state) is { Length: > 0 } detail ? $"{state.Type} · {detail}" : state.Type.ToString();

    private static string? Detail(State state) => state switch
    {
        TaskState task => Describe(task.Resource),
        WaitState wait => Describe(wait.Time),
        FailState fail => ExpressionText.Of(fail.Error.Text ?? fail.Error.Expression ?? string.Empty),
        MapState map => Describe(map),
        _ => null,
    };

    private static string Describe(TaskResource resource) => resource.Kind switch
    {
        TaskResourceKind.Service when resource.ResourceType.Length > 0 => $"{resource.ResourceType}:{resource.Action}",
        TaskResourceKind.Activity => $"activity {resource.Name}",
        _ => resource.Name,
    };

    private static string? Describe(WaitTime time) =>
        time.Seconds is { } seconds ? string.Create(CultureInfo.InvariantCulture, $"{seconds} s")
        : time.SecondsPath is { } secondsPath ? $"{secondsPath.Text} s"
        : time.SecondsExpression is { } expression ? $"{ExpressionText.Of(expression)} s"
        : time.Timestamp is { } timestamp ? $"until {Rfc3339.FormatExactly(timestamp)}"
        : time.TimestampPath is { } timestampPath ? $"until {timestampPath.Text}"
        : $"until {ExpressionText.Of(time.TimestampExpression ?? string.Empty)}";

    private static string? Describe(MapState map) =>
        map.MaxConcurrency.Expression is { } expression ? $"{ExpressionText.Of(expression)} at a time"
        : map.MaxConcurrency.Path is { } path ? $"{path.Text} at a time"
        : map.MaxConcurrency.Limit > 0 ? string.Create(CultureInfo.InvariantCulture, $"{map.MaxConcurrency.Limit} at a time")
        : null;
}
