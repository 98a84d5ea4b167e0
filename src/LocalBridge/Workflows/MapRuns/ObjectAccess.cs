using System.Runtime.CompilerServices;
using System.Text;
using LocalBridge.Buckets;
using LocalBridge.Json;
using LocalBridge.StatesLanguage.Tasks;
using LocalBridge.Workflows.MapRuns.Items;
using LocalBridge.Workflows.Tasks;

namespace LocalBridge.Workflows.MapRuns;

/// <summary>Reads and writes objects for a Map Run: through the handler that is registered for the very resource, otherwise in the bridge's buckets.</summary>
internal sealed class ObjectAccess(ITaskInvoker tasks, BucketRegistry buckets, Func<TaskResource, JsonValue, TaskContext> createContext)
{
    private static readonly TaskResource GetObject = TaskResource.Parse("arn:aws:states:::s3:getObject");
    private static readonly TaskResource ListObjects = TaskResource.Parse("arn:aws:states:::s3:listObjectsV2");
    private static readonly TaskResource PutObject = TaskResource.Parse("arn:aws:states:::s3:putObject");

    internal static JsonValue Address(string bucket, string key)
    {
        var address = new JsonObjectBuilder(2);
        address["Bucket"] = bucket;
        address["Key"] = key;
        return address.Build();
    }

    internal static string Require(JsonValue arguments, string name) => arguments[name].TryGetString(out string? text) && text.Length > 0
        ? text
        : throw new ItemReaderException($"The field '{name}' is missing or no string.");

    /// <exception cref="ObjectFaultException">It cannot be read.</exception>
    internal async ValueTask<ReadOnlyMemory<byte>> GetAsync(JsonValue arguments, CancellationToken cancellationToken)
    {
        if (tasks.HasHandler(GetObject))
        {
            // The answer of S3, or the content alone: as a text, or as the JSON it is to be read as.
            JsonValue answer = await CallAsync(GetObject, arguments, cancellationToken).ConfigureAwait(false);
            JsonValue content = answer.IsObject && !answer["Body"].IsUndefined ? answer["Body"] : answer;
            return content.TryGetString(out string? text) ? Encoding.UTF8.GetBytes(text) : content.ToUtf8();
        }

        IBucket bucket = buckets.Get(Require(arguments, "Bucket"));
        return await bucket.GetObjectAsync(Require(arguments, "Key"), cancellationToken).ConfigureAwait(false) ?? throw ObjectFaultException.NoSuchKey();
    }

    /// <summary>Lists objects in the form that a Map state sees ("Itemizing S3 objects").</summary>
    /// <exception cref="ObjectFaultException">They cannot be listed.</exception>
    internal async IAsyncEnumerable<JsonValue> ListAsync(JsonValue arguments, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (tasks.HasHandler(ListObjects))
        {
            JsonValue answer = await CallAsync(ListObjects, arguments, cancellationToken).ConfigureAwait(false);
            JsonValue contents = answer.IsObject ? answer["Contents"] : answer;
            for (int i = 0; i < contents.Count; i++)
            {
                yield return contents[i];
            }

            yield break;
        }

        IBucket bucket = buckets.Get(Require(arguments, "Bucket"));
        string prefix = arguments["Prefix"].TryGetString(out string? text) ? text : string.Empty;
        await foreach (BucketObject found in bucket.ListObjectsAsync(prefix, cancellationToken).ConfigureAwait(false))
        {
            var item = new JsonObjectBuilder(5);
            item["Etag"] = found.ETag;
            item["Key"] = found.Key;
            item["LastModified"] = found.LastModified.ToUnixTimeSeconds();
            item["Size"] = found.Size;
            item["StorageClass"] = "STANDARD";
            yield return item.Build();
        }
    }

    /// <exception cref="ObjectFaultException">It cannot be written.</exception>
    internal async ValueTask PutAsync(string bucket, string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        if (tasks.HasHandler(PutObject))
        {
            var arguments = new JsonObjectBuilder(3);
            arguments["Bucket"] = bucket;
            arguments["Key"] = key;
            arguments["Body"] = Encoding.UTF8.GetString(content.Span);
            await CallAsync(PutObject, arguments.Build(), cancellationToken).ConfigureAwait(false);
            return;
        }

        await buckets.Get(bucket).PutObjectAsync(key, content, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<JsonValue> CallAsync(TaskResource resource, JsonValue arguments, CancellationToken cancellationToken)
    {
        TaskOutcome outcome = await tasks.InvokeAsync(createContext(resource, arguments), cancellationToken).ConfigureAwait(false);
        return outcome.Kind == TaskOutcomeKind.Failed
            ? throw new ObjectFaultException(outcome.Error ?? "States.TaskFailed", outcome.Cause ?? outcome.Error ?? string.Empty)
            : outcome.Output;
    }
}
