using LocalBridge.Workflows.Errors;

namespace LocalBridge.Workflows;

/// <summary>Writes and reads the ARNs of AWS Step Functions for one account and region.</summary>
/// <remarks>Instances are immutable.</remarks>
internal sealed class StatesArns(string region, string account)
{
    private const string Partition = "arn:";

    internal string Region { get; } = region;

    internal string Account { get; } = account;

    internal string DefaultRole { get; } = $"arn:aws:iam::{account}:role/LocalBridge";

    internal string StateMachine(string name) => $"arn:aws:states:{Region}:{Account}:stateMachine:{name}";

    internal string Execution(string stateMachineName, string name) => $"arn:aws:states:{Region}:{Account}:execution:{stateMachineName}:{name}";

    internal string Express(string stateMachineName, string name, Guid id) =>
        $"arn:aws:states:{Region}:{Account}:express:{stateMachineName}:{name}:{id}";

    internal string Activity(string name) => $"arn:aws:states:{Region}:{Account}:activity:{name}";

    /// <summary>Returns the ARN of a state machine that is given by its name or its ARN.</summary>
    internal string ToStateMachineArn(string nameOrArn)
    {
        ArgumentException.ThrowIfNullOrEmpty(nameOrArn);
        if (!nameOrArn.StartsWith(Partition, StringComparison.Ordinal))
        {
            return StateMachine(nameOrArn);
        }

        Check(nameOrArn, "stateMachine", 7);
        return nameOrArn;
    }

    /// <summary>Checks that a text is the ARN of an execution of a Standard state machine.</summary>
    internal static void CheckExecution(string executionArn)
    {
        ArgumentException.ThrowIfNullOrEmpty(executionArn);
        Check(executionArn, "execution", 8);
    }

    internal static void CheckActivity(string activityArn)
    {
        ArgumentException.ThrowIfNullOrEmpty(activityArn);
        Check(activityArn, "activity", 7);
    }

    /// <summary>Takes the ARN of a state machine apart: that of the whole machine, and the label of the Map state whose children run a part of it.</summary>
    internal static (string Arn, string? Label) SplitLabel(string stateMachineArn)
    {
        int slash = stateMachineArn.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? (stateMachineArn, null) : (stateMachineArn[..slash], stateMachineArn[(slash + 1)..]);
    }

    /// <summary>Checks that a text is the ARN of a Map Run: <c>arn:aws:states:REGION:ACCOUNT:mapRun:NAME/LABEL:ID</c>.</summary>
    internal static void CheckMapRun(string mapRunArn)
    {
        ArgumentException.ThrowIfNullOrEmpty(mapRunArn);
        Check(mapRunArn, "mapRun", 8);
    }

    private static void Check(string arn, string resourceType, int length)
    {
        string[] parts = arn.Split(':');
        if (parts[0] != "arn")
        {
            throw new InvalidArnException($"Invalid ARN prefix: {arn}");
        }

        if (parts.Length < 7 || parts[2] != "states")
        {
            throw new InvalidArnException($"'{arn}' is no ARN of the form arn:aws:states:REGION:ACCOUNT:{resourceType}:NAME");
        }

        if (parts[5] != resourceType)
        {
            throw new InvalidArnException($"Resource type not valid in this context: {parts[5]}");
        }

        if (parts.Length < length)
        {
            throw new InvalidArnException($"'{arn}' names no {resourceType}: it has {parts.Length} parts, not {length}");
        }
    }
}
