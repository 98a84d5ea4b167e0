using System.Collections.Frozen;
using LocalBridge.StatesLanguage.Tasks;

namespace LocalBridge.Workflows.StateTests.Answers;

/// <summary>Knows the types of what some services answer; read from a table when the first one is asked for.</summary>
internal static class ServiceAnswers
{
    private const string SdkPrefix = "aws-sdk:";

    private static readonly Lazy<FrozenDictionary<string, AnswerShape>> Table = new(Load);

    /// <summary>Finds what a resource answers; null when that is not known, or when the answer of the request is not the result of the task.</summary>
    internal static AnswerShape? Find(TaskResource resource)
    {
        if (resource.Kind != TaskResourceKind.Service || resource.Pattern != TaskPattern.RequestResponse)
        {
            return null;
        }

        bool isSdk = resource.ResourceType.StartsWith(SdkPrefix, StringComparison.Ordinal);
        string service = isSdk ? resource.ResourceType[SdkPrefix.Length..] : resource.ResourceType;
        AnswerShape? shape = Table.Value.GetValueOrDefault($"{service}:{resource.Name}");
        return shape is not null && !isSdk && service == "lambda" ? WithPayload(shape) : shape;
    }

    /// <summary>The optimised integration gives the payload of a function parsed, not as the bytes that the service sends.</summary>
    private static AnswerShape WithPayload(AnswerShape invoke)
    {
        var shape = new AnswerShape(AnswerKind.Structure);
        shape.Required.AddRange(invoke.Required);
        foreach (KeyValuePair<string, AnswerShape> member in invoke.Members)
        {
            shape.Members[member.Key] = member.Key == "Payload" ? new AnswerShape(AnswerKind.Any) : member.Value;
        }

        return shape;
    }

    private static FrozenDictionary<string, AnswerShape> Load()
    {
        using Stream stream = typeof(ServiceAnswers).Assembly.GetManifestResourceStream("service-answers.txt")
            ?? throw new InvalidOperationException("The table of service answers is missing in the assembly.");
        using var reader = new StreamReader(stream);
        var answers = new Dictionary<string, AnswerShape>(StringComparer.OrdinalIgnoreCase);
        var service = new ServiceAnswersReader([]);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("service ", StringComparison.Ordinal))
            {
                service.AddTo(answers);
                service = new ServiceAnswersReader(line.Split(' ')[1..]);
            }
            else if (line[0] != '#')
            {
                service.Add(line);
            }
        }

        service.AddTo(answers);
        return answers.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
