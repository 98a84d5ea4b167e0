using System.Buffers;
using LocalBridge.Json;
using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.StatesLanguage.MapRuns;
using LocalBridge.StatesLanguage.Maps;

namespace LocalBridge.Workflows.MapRuns.Results;

/// <summary>Writes the results of a Map Run into objects, and the manifest that lists them ("ResultWriter (Map)").</summary>
internal sealed class ResultFiles(MapRunPlan plan, MapRunResults results, ObjectAccess objects)
{
    private readonly string _bucket = ObjectAccess.Require(plan.WriterArguments, "Bucket");
    private readonly string _folder = GetFolder(plan);

    /// <summary>Writes everything.</summary>
    /// <returns>The result of the state.</returns>
    internal async Task<JsonValue> WriteAsync(CancellationToken cancellationToken)
    {
        ResultTransformation transformation = plan.State.ResultWriter?.Transformation ?? ResultTransformation.None;
        JsonArray succeeded = results.Select(static status => status == ExecutionStatus.Succeeded, transformation);
        JsonArray failed = results.Select(static status => status != ExecutionStatus.Succeeded, transformation);
        var files = new JsonObjectBuilder(3);
        files["FAILED"] = await WriteAsync("FAILED", failed, cancellationToken).ConfigureAwait(false);
        files["PENDING"] = await WriteAsync("PENDING", results.SelectPending(), cancellationToken).ConfigureAwait(false);
        files["SUCCEEDED"] = await WriteAsync("SUCCEEDED", succeeded, cancellationToken).ConfigureAwait(false);

        var manifest = new JsonObjectBuilder(3);
        manifest["DestinationBucket"] = _bucket;
        manifest["MapRunArn"] = plan.MapRunArn;
        manifest["ResultFiles"] = files.Build();
        string key = _folder + "manifest.json";
        await objects.PutAsync(_bucket, key, ((JsonValue)manifest.Build()).ToUtf8(), cancellationToken).ConfigureAwait(false);

        var details = new JsonObjectBuilder(2);
        details["Bucket"] = _bucket;
        details["Key"] = key;
        var output = new JsonObjectBuilder(2);
        output["MapRunArn"] = plan.MapRunArn;
        output["ResultWriterDetails"] = details.Build();
        return output.Build();
    }

    /// <summary>The folder of a Map Run is named by its id.</summary>
    private static string GetFolder(MapRunPlan plan)
    {
        string id = plan.MapRunArn[(plan.MapRunArn.LastIndexOf(':') + 1)..];
        string? prefix = plan.WriterArguments["Prefix"].TryGetString(out string? text) ? text.TrimEnd('/') : null;
        return string.IsNullOrEmpty(prefix) ? $"{id}/" : $"{prefix}/{id}/";
    }

    private async Task<JsonArray> WriteAsync(string name, JsonArray entries, CancellationToken cancellationToken)
    {
        if (entries.Count == 0)
        {
            return JsonArray.Empty;
        }

        bool isLines = plan.State.ResultWriter?.OutputType == ResultFormat.JsonLines;
        ReadOnlyMemory<byte> content = isLines ? WriteLines(entries) : ((JsonValue)entries).ToUtf8();
        string key = $"{_folder}{name}_0.{(isLines ? "jsonl" : "json")}";
        await objects.PutAsync(_bucket, key, content, cancellationToken).ConfigureAwait(false);
        var file = new JsonObjectBuilder(2);
        file["Key"] = key;
        file["Size"] = content.Length;
        return JsonArray.Create(file.Build());
    }

    private static ReadOnlyMemory<byte> WriteLines(JsonArray entries)
    {
        var content = new ArrayBufferWriter<byte>();
        foreach (JsonValue entry in entries)
        {
            entry.WriteTo(content);
            content.Write("\n"u8);
        }

        return content.WrittenMemory;
    }
}
