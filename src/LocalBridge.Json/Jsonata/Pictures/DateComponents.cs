using System.Runtime.CompilerServices;

namespace LocalBridge.Json.Jsonata.Pictures;

/// <summary>Collects the components read from a text. Not there, zero and NaN are three different things, as in the reference.</summary>
internal struct DateComponents
{
    private const string Letters = "YXMxWwdDFPHhmsfZzCE";

    private Values _values;
    private uint _given;

    /// <summary>Gets whether nothing was read at all.</summary>
    internal readonly bool IsEmpty => _given == 0 && !WasRead;

    /// <summary>Gets or sets whether any marker was read, be it without a value.</summary>
    internal bool WasRead { get; set; }

    /// <summary>Returns a component; <see langword="null"/> where it was not read.</summary>
    internal readonly double? this[char component]
    {
        get
        {
            int index = Letters.IndexOf(component, StringComparison.Ordinal);
            return (_given & (1u << index)) != 0 ? _values[index] : null;
        }
    }

    internal void Set(char component, double? value)
    {
        int index = Letters.IndexOf(component, StringComparison.Ordinal);
        _given = value is null ? _given & ~(1u << index) : _given | (1u << index);
        _values[index] = value ?? 0;
    }

    /// <summary>Tells which of some components are there and neither zero nor NaN, the last one in the lowest bit.</summary>
    internal readonly int MaskOf(string components)
    {
        int mask = 0;
        foreach (char component in components)
        {
            mask = (mask << 1) | (this[component] is { } value && value != 0 && !double.IsNaN(value) ? 1 : 0);
        }

        return mask;
    }

    [InlineArray(19)]
    private struct Values
    {
        private double _first;
    }
}
