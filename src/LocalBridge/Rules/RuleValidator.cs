using LocalBridge.Errors;
using LocalBridge.Targets;

namespace LocalBridge.Rules;

/// <summary>The constraints of the service model on rules and targets.</summary>
internal static class RuleValidator
{
    internal const int MaximumPatternLength = 4096;

    internal const int MaximumTargetsPerRequest = 100;

    private const string NamePattern = @"[\.\-_A-Za-z0-9]+";

    private const string PathKeyPattern = @"[A-Za-z0-9\_\-]+";

    internal static void Check(PutRuleRequest request)
    {
        var constraints = default(ModelConstraints);
        Name(ref constraints, request.Name, "name");
        constraints.Length(request.EventPattern, "eventPattern", 0, MaximumPatternLength);
        constraints.Length(request.Description, "description", 0, 512);
        constraints.Length(request.RoleArn, "roleArn", 1, 1600);
        constraints.Length(request.EventBusName, "eventBusName", 1, 1600);
        constraints.ThrowIfAny();
        if (string.IsNullOrEmpty(request.EventPattern))
            throw new ValidationException("Parameter(s) EventPattern or ScheduleExpression must be specified.");
    }

    internal static void CheckRuleName(string? name, string path)
    {
        var constraints = default(ModelConstraints);
        Name(ref constraints, name, path);
        constraints.ThrowIfAny();
    }

    internal static void Check(string rule, IReadOnlyList<Target> targets)
    {
        var constraints = default(ModelConstraints);
        Name(ref constraints, rule, "rule");
        constraints.Count(targets.Count, "targets", 1, MaximumTargetsPerRequest);
        for (int index = 0; index < Math.Min(targets.Count, MaximumTargetsPerRequest); index++)
            Check(ref constraints, targets[index], $"targets.{index + 1}.member");
        constraints.ThrowIfAny();
    }

    internal static void Check(string rule, IReadOnlyList<string> ids)
    {
        var constraints = default(ModelConstraints);
        Name(ref constraints, rule, "rule");
        constraints.Count(ids.Count, "ids", 1, MaximumTargetsPerRequest);
        for (int index = 0; index < Math.Min(ids.Count, MaximumTargetsPerRequest); index++)
            Name(ref constraints, ids[index], $"ids.{index + 1}.member");
        constraints.ThrowIfAny();
    }

    private static void Check(ref ModelConstraints constraints, Target? target, string path)
    {
        if (target is null)
        {
            constraints.Required(path);
            return;
        }

        Name(ref constraints, target.Id, $"{path}.id");
        if (target.Arn is null)
            constraints.Required($"{path}.arn");
        constraints.Length(target.Arn, $"{path}.arn", 1, 1600);
        constraints.Length(target.RoleArn, $"{path}.roleArn", 1, 1600);
        constraints.Length(target.Input, $"{path}.input", 0, 8192);
        constraints.Length(target.InputPath, $"{path}.inputPath", 0, 256);
        if (target.InputTransformer is { } transformer)
            Check(ref constraints, transformer, $"{path}.inputTransformer");
        constraints.Length(target.DeadLetterConfig?.Arn, $"{path}.deadLetterConfig.arn", 1, 1600);
        Check(ref constraints, target.RetryPolicy, target.DeliveryOptions, path);
    }

    private static void Check(ref ModelConstraints constraints, InputTransformer transformer, string path)
    {
        if (transformer.InputTemplate is null)
            constraints.Required($"{path}.inputTemplate");
        if (transformer.InputPathsMap.Count > 100)
            constraints.Count(transformer.InputPathsMap.Count, $"{path}.inputPathsMap", 0, 100);
        foreach ((string name, string value) in transformer.InputPathsMap)
        {
            constraints.Name(
                name, $"{path}.inputPathsMap", 256, PathKeyPattern, static character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_');
            constraints.Length(value, $"{path}.inputPathsMap.{name}.member", 0, 256);
        }

        constraints.Length(transformer.InputTemplate, $"{path}.inputTemplate", 1, 8192);
    }

    private static void Check(ref ModelConstraints constraints, RetryPolicy? retry, DeliveryOptions? delivery, string path)
    {
        constraints.Range(retry?.MaximumRetryAttempts, $"{path}.retryPolicy.maximumRetryAttempts", 0, RetryPolicy.LargestRetryAttempts);
        constraints.Range(
            (long?)retry?.MaximumEventAge.TotalSeconds,
            $"{path}.retryPolicy.maximumEventAgeInSeconds",
            (long)RetryPolicy.SmallestEventAge.TotalSeconds,
            (long)RetryPolicy.LargestEventAge.TotalSeconds);
        constraints.Range(delivery?.Concurrency, $"{path}.deliveryOptions.concurrency", 1, DeliveryOptions.LargestConcurrency);
        constraints.Range(delivery?.Capacity, $"{path}.deliveryOptions.capacity", 1, DeliveryOptions.LargestCapacity);
    }

    private static void Name(ref ModelConstraints constraints, string? name, string path) =>
        constraints.Name(
            name, path, 64, NamePattern, static character => char.IsAsciiLetterOrDigit(character) || character is '.' or '-' or '_');
}
