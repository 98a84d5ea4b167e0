using System.Text;
using LocalBridge.Buckets;
using LocalBridge.Json;
using LocalBridge.StatesLanguage.MapRuns;
using LocalBridge.StatesLanguage.Maps;

namespace LocalBridge.Workflows.MapRuns.Items;

/// <summary>Gets the items of a Map Run: those of its input, or those that its item reader names.</summary>
internal sealed class ItemSource(MapRunPlan plan, ObjectAccess objects)
{
    private readonly ItemList _items = new(plan.MaxItems);

    /// <exception cref="ItemReaderException">They cannot be read.</exception>
    internal async ValueTask<ReadOnlyMemory<JsonValue>> ReadAsync(CancellationToken cancellationToken)
    {
        if (plan.State.ItemReader is not { } reader)
        {
            return plan.Items.AsArray().AsSpan().ToArray();
        }

        try
        {
            await ReadAsync(reader, cancellationToken).ConfigureAwait(false);
            return _items.ToArray();
        }
        catch (ObjectFaultException fault)
        {
            throw new ItemReaderException(fault.Message);
        }
    }

    private async ValueTask ReadAsync(ItemReader reader, CancellationToken cancellationToken)
    {
        JsonValue arguments = plan.ReaderArguments;
        string bucket = ObjectAccess.Require(arguments, "Bucket");
        if (reader.ListsObjects)
        {
            await ListAsync(reader, arguments, bucket, cancellationToken).ConfigureAwait(false);
            return;
        }

        ReadOnlyMemory<byte> content = await objects.GetAsync(arguments, cancellationToken).ConfigureAwait(false);
        if (reader.Config.InputType == ItemFormat.Manifest)
        {
            await new Manifest(reader.Config, objects, _items).ReadAsync(content, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            Read(content.Span, reader.Config, _items);
        }
    }

    private async ValueTask ListAsync(ItemReader reader, JsonValue arguments, string bucket, CancellationToken cancellationToken)
    {
        await foreach (JsonValue found in objects.ListAsync(arguments, cancellationToken).ConfigureAwait(false))
        {
            if (_items.IsFull)
            {
                return;
            }

            if (reader.Config.LoadsObjects)
            {
                JsonValue address = ObjectAccess.Address(bucket, ObjectAccess.Require(found, "Key"));
                ReadOnlyMemory<byte> content = await objects.GetAsync(address, cancellationToken).ConfigureAwait(false);
                Read(content.Span, reader.Config, _items);
            }
            else
            {
                _items.Add(found);
            }
        }
    }

    internal static void Read(ReadOnlySpan<byte> content, ReaderConfig config, ItemList items)
    {
        switch (config.InputType)
        {
            case ItemFormat.Csv:
                CsvItems.Read(Decode(content), config, items);
                break;
            case ItemFormat.JsonLines:
                JsonItems.ReadLines(WithoutMark(content), items);
                break;
            default:
                JsonItems.ReadArray(WithoutMark(content), config.ItemsPointer, items);
                break;
        }
    }

    internal static string Decode(ReadOnlySpan<byte> content) => Encoding.UTF8.GetString(WithoutMark(content));

    /// <summary>Leaves out the byte order mark that some programs write in front of UTF-8.</summary>
    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> content) => content.StartsWith(Encoding.UTF8.Preamble) ? content[3..] : content;
}
