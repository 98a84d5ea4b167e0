using System.IO.Compression;
using LocalBridge.Json;
using LocalBridge.Json.Reading;
using LocalBridge.StatesLanguage.Maps;

namespace LocalBridge.Workflows.MapRuns.Items;

/// <summary>Reads the items of the files that a manifest lists.</summary>
internal sealed class Manifest(ReaderConfig config, ObjectAccess objects, ItemList items)
{
    private const string AddressPrefix = "s3://";

    internal ValueTask ReadAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken) => config.ManifestType == ManifestType.AthenaData
        ? ReadAddressesAsync(ItemSource.Decode(content.Span), cancellationToken)
        : ReadInventoryAsync(content, cancellationToken);

    /// <summary>Reads an S3 inventory: "manifest.json" names the columns and the CSV files, which have no headers and are compressed.</summary>
    private async ValueTask ReadInventoryAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        if (!JsonValue.TryParse(content.Span, out JsonValue manifest, out JsonParseError? error))
        {
            throw new ItemReaderException($"The manifest is no JSON. {error}");
        }

        if (!manifest["fileSchema"].TryGetString(out string? schema) || !manifest["files"].TryGetArray(out JsonArray? files))
        {
            throw new ItemReaderException("The manifest is none of an S3 inventory: it needs 'fileSchema' and 'files'.");
        }

        if (manifest["fileFormat"].TryGetString(out string? format) && format != "CSV")
        {
            throw new ItemReaderException($"The inventory is in the format '{format}'; only 'CSV' can be read.");
        }

        string bucket = ReadBucket(manifest);
        string[] headers = [.. schema.Split(',').Select(static name => name.Trim())];
        foreach (JsonValue file in files)
        {
            if (items.IsFull)
            {
                return;
            }

            JsonValue address = ObjectAccess.Address(bucket, ObjectAccess.Require(file, "key"));
            ReadOnlyMemory<byte> rows = await objects.GetAsync(address, cancellationToken).ConfigureAwait(false);
            CsvItems.Read(ItemSource.Decode(Expand(rows)), headers, items);
        }
    }

    /// <summary>Reads lines that each name a file with items: the manifest of an Athena UNLOAD query. The files say by their names how they are written.</summary>
    private async ValueTask ReadAddressesAsync(string lines, CancellationToken cancellationToken)
    {
        foreach (string line in lines.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (items.IsFull)
            {
                return;
            }

            int slash = line.StartsWith(AddressPrefix, StringComparison.Ordinal) ? line.IndexOf('/', AddressPrefix.Length) : -1;
            if (slash < 0)
            {
                throw new ItemReaderException($"The manifest has the line '{line}', which is no address of the form s3://BUCKET/KEY.");
            }

            JsonValue address = ObjectAccess.Address(line[AddressPrefix.Length..slash], line[(slash + 1)..]);
            ReadOnlyMemory<byte> content = Expand(await objects.GetAsync(address, cancellationToken).ConfigureAwait(false));
            if (line.Contains(".csv", StringComparison.OrdinalIgnoreCase))
            {
                CsvItems.Read(ItemSource.Decode(content.Span), config, items);
            }
            else
            {
                JsonItems.ReadLines(content.Span, items);
            }
        }
    }

    private static string ReadBucket(JsonValue manifest)
    {
        // An ARN in the service's manifests; the name alone is taken too.
        string bucket = ObjectAccess.Require(manifest, manifest["destinationBucket"].IsUndefined ? "sourceBucket" : "destinationBucket");
        return bucket[(bucket.LastIndexOf(':') + 1)..];
    }

    private static byte[] Expand(ReadOnlyMemory<byte> content)
    {
        if (!content.Span.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
        {
            return content.ToArray();
        }

        try
        {
            using var source = new MemoryStream(content.ToArray(), writable: false);
            using var gzip = new GZipStream(source, CompressionMode.Decompress);
            using var target = new MemoryStream();
            gzip.CopyTo(target);
            return target.ToArray();
        }
        catch (InvalidDataException exception)
        {
            throw new ItemReaderException($"A file of the manifest cannot be decompressed: {exception.Message}");
        }
    }
}
