namespace LocalBridge.EventBuses;

/// <summary>Texts about event buses and rules that several places need, in the service's words.</summary>
internal static class EventBusMessages
{
    internal const string TooLarge = "Total size of the entries in the request is over the limit.";

    internal static string DoesNotExist(string eventBusName) => $"Event bus {eventBusName} does not exist.";

    internal static string AlreadyExists(string eventBusName) => $"Event bus {eventBusName} already exists.";

    internal static string RuleDoesNotExist(string ruleName, string eventBusName) => $"Rule {ruleName} does not exist on EventBus {eventBusName}.";

    internal static string IsRequired(string member) => $"Parameter {member} is not valid. Reason: {member} is a required argument.";
}
