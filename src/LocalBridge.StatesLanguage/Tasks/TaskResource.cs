namespace LocalBridge.StatesLanguage.Tasks;

/// <summary>Represents the parsed <c>Resource</c> of a Task state.</summary>
/// <remarks>Instances are immutable.</remarks>
public sealed record TaskResource
{
    private const string ServicePrefix = "arn:aws:states:::";
    private const string MapRunText = "arn:aws:states:::mapRun:start";
    private const string SyncSuffix = ".sync";
    private const string TokenSuffix = ".waitForTaskToken";

    private TaskResource(string text)
    {
        Text = text;
    }

    /// <summary>Gets the resource that stands for the Map Run of a distributed Map state.</summary>
    public static TaskResource MapRun { get; } = new(MapRunText) { Kind = TaskResourceKind.MapRun, Name = "start", ResourceType = "mapRun", Action = "start" };

    /// <summary>Gets the resource as written.</summary>
    public string Text { get; }

    /// <summary>Gets what it points at.</summary>
    public TaskResourceKind Kind { get; private init; }

    /// <summary>Gets how its end is waited for.</summary>
    public TaskPattern Pattern { get; private init; }

    /// <summary>Gets the name of the function or activity, without ARN, version or alias; of a service integration the action
    /// without its pattern, for example <c>sendMessage</c>.</summary>
    public string Name { get; private init; } = string.Empty;

    /// <summary>Gets the service as the history shows it (<c>sqs</c>, <c>aws-sdk:s3</c>); empty for functions and activities.</summary>
    public string ResourceType { get; private init; } = string.Empty;

    /// <summary>Gets the action as the history shows it, with its pattern (<c>sendMessage.waitForTaskToken</c>).</summary>
    public string Action { get; private init; } = string.Empty;

    /// <summary>Parses a resource. Every non-empty text is a resource: what is no ARN is the plain name of a registered function.</summary>
    /// <param name="text">The text of the <c>Resource</c> field.</param>
    /// <returns>The parsed resource.</returns>
    public static TaskResource Parse(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        if (text == MapRunText)
        {
            return MapRun;
        }

        if (text.StartsWith(ServicePrefix, StringComparison.Ordinal))
        {
            return ParseService(text);
        }

        string[] parts = text.Split(':');
        bool isArn = parts.Length >= 7 && parts[0] == "arn";
        if (isArn && parts[2] == "states" && parts[5] == "activity")
        {
            return new TaskResource(text) { Kind = TaskResourceKind.Activity, Name = parts[6] };
        }

        // arn:aws:lambda:REGION:ACCOUNT:function:NAME[:VERSION]
        string name = isArn && parts[2] == "lambda" ? parts[6] : text;
        return new TaskResource(text) { Kind = TaskResourceKind.Function, Name = name };
    }

    private static TaskResource ParseService(string text)
    {
        string rest = text[ServicePrefix.Length..];
        (string untyped, TaskPattern pattern) = SplitPattern(rest);

        // The service may itself hold a colon (aws-sdk:s3:listBuckets); the action never does.
        int actionStart = untyped.LastIndexOf(':') + 1;
        return new TaskResource(text)
        {
            Kind = TaskResourceKind.Service,
            Pattern = pattern,
            Name = untyped[actionStart..],
            ResourceType = actionStart == 0 ? string.Empty : untyped[..(actionStart - 1)],
            Action = rest[actionStart..],
        };
    }

    private static (string Untyped, TaskPattern Pattern) SplitPattern(string rest)
    {
        if (rest.EndsWith(TokenSuffix, StringComparison.Ordinal))
        {
            return (rest[..^TokenSuffix.Length], TaskPattern.WaitForTaskToken);
        }

        int sync = rest.IndexOf(SyncSuffix, StringComparison.Ordinal);
        return sync < 0 ? (rest, TaskPattern.RequestResponse) : (rest[..sync], TaskPattern.Sync);
    }
}
