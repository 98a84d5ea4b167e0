using System.Collections.Immutable;
using LocalBridge.StatesLanguage.Templates;

namespace LocalBridge.StatesLanguage.Maps;

/// <summary>Represents the <c>ReaderConfig</c> of an <see cref="ItemReader"/>.</summary>
/// <remarks>Instances are immutable.</remarks>
public sealed class ReaderConfig
{
    internal ReaderConfig()
    {
    }

    /// <summary>Gets the config that stands for none.</summary>
    public static ReaderConfig Default { get; } = new();

    /// <summary>Gets how the object's content is written.</summary>
    /// <value>The default is <see cref="ItemFormat.Json"/>.</value>
    public ItemFormat InputType { get; internal init; } = ItemFormat.Json;

    /// <summary>Gets whether the input type is written in the definition.</summary>
    public bool HasInputType { get; internal init; }

    /// <summary>Gets where the names of the columns of a CSV text are; <see langword="null"/> stands for the first row.</summary>
    public CsvHeaderLocation? CsvHeaderLocation { get; internal init; }

    /// <summary>Gets the names of the columns, when they are given.</summary>
    public ImmutableArray<string> CsvHeaders { get; internal init; } = [];

    /// <summary>Gets what separates the fields of a CSV text, by the service's name for it; <see langword="null"/> stands for <c>COMMA</c>.</summary>
    public string? CsvDelimiter { get; internal init; }

    /// <summary>Gets how many items are read at most; <see langword="null"/> or 0 for all.</summary>
    public NumberField? MaxItems { get; internal init; }

    /// <summary>Gets the JSON Pointer of the array in a JSON object; <see langword="null"/> when the whole text is the array.</summary>
    public string? ItemsPointer { get; internal init; }

    /// <summary>Gets what kind of manifest is read, when one is.</summary>
    public ManifestType? ManifestType { get; internal init; }

    /// <summary>Gets whether a list of objects is followed to the objects' contents (<c>LOAD_AND_FLATTEN</c>).</summary>
    public bool LoadsObjects { get; internal init; }
}
