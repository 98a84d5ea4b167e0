namespace LocalBridge;

/// <summary>The account, Region and partition that a host stands for, and the ARNs of what lives in it.</summary>
internal sealed class ResourceNames(string account, string region, string partition = "aws")
{
    internal const string DefaultAccount = "000000000000";

    internal const string DefaultRegion = "us-east-1";

    /// <summary>The service part of ARNs of in-process handlers, which AWS has no word for.</summary>
    internal const string HandlerService = "localbridge";

    internal const string DefaultEventBus = "default";

    private const string EventBusPrefix = "event-bus/";

    private const string HandlerPrefix = "handler/";

    private const string StateMachinePrefix = "stateMachine:";

    internal string Account { get; } = account;

    internal string Region { get; } = region;

    internal string Partition { get; } = partition;

    internal string EventBusArn(string name) => $"arn:{Partition}:events:{Region}:{Account}:{EventBusPrefix}{name}";

    internal string RuleArn(string eventBusName, string ruleName) =>
        eventBusName == DefaultEventBus
            ? $"arn:{Partition}:events:{Region}:{Account}:rule/{ruleName}"
            : $"arn:{Partition}:events:{Region}:{Account}:rule/{eventBusName}/{ruleName}";

    internal string FunctionArn(string name) => $"arn:{Partition}:lambda:{Region}:{Account}:function:{name}";

    internal string StateMachineArn(string name) => $"arn:{Partition}:states:{Region}:{Account}:{StateMachinePrefix}{name}";

    internal string QueueArn(string name) => $"arn:{Partition}:sqs:{Region}:{Account}:{name}";

    internal string HandlerArn(string name) => $"arn:{Partition}:{HandlerService}:{Region}:{Account}:{HandlerPrefix}{name}";

    /// <summary>Reads the bus name out of a name or an ARN.</summary>
    internal static string EventBusName(string nameOrArn) =>
        Arn.TryParse(nameOrArn, out Arn arn) && arn.Service == "events" && arn.Resource.StartsWith(EventBusPrefix, StringComparison.Ordinal)
            ? arn.Resource[EventBusPrefix.Length..]
            : nameOrArn;
}
