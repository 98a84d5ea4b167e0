using System.Buffers;

namespace LocalBridge.EventPatterns.Operators;

/// <summary>One scalar of an event as raw UTF-8, with readings of it that are made once and only when an operator asks.</summary>
/// <remarks>One instance serves a whole event: <see cref="Reset"/> moves it to the next value, <see cref="Dispose"/> returns its buffer.</remarks>
internal ref struct EventValue
{
    private ReadOnlySpan<byte> _raw;
    private byte[]? _buffer;
    private int _unescapedLength;
    private bool _hasEscapes;
    private Reading _numberReading;
    private Reading _addressReading;
    private double _number;
    private IpAddress _address;

    private enum Reading : byte
    {
        NotTried,
        Succeeded,
        Failed,
    }

    public EventValueKind Kind { get; private set; }

    /// <summary>The text of a number or literal, or what stands between the quotes of a string.</summary>
    public readonly ReadOnlySpan<byte> Raw => _raw;

    /// <summary>The characters of a string, escapes resolved.</summary>
    public ReadOnlySpan<byte> Text
    {
        get
        {
            if (!_hasEscapes)
            {
                return _raw;
            }

            if (_unescapedLength < 0)
            {
                Unescape();
            }

            return _buffer.AsSpan(0, _unescapedLength);
        }
    }

    public void Reset(EventValueKind kind, ReadOnlySpan<byte> raw, bool hasEscapes)
    {
        Kind = kind;
        _raw = raw;
        _hasEscapes = hasEscapes;
        _unescapedLength = -1;
        _numberReading = Reading.NotTried;
        _addressReading = Reading.NotTried;
    }

    /// <summary>The value of a number that is comparable; see <see cref="ComparableNumber"/>.</summary>
    public bool TryGetNumber(out double number)
    {
        if (_numberReading == Reading.NotTried)
        {
            _numberReading = Kind == EventValueKind.Number && ComparableNumber.TryParse(_raw, out _number) ? Reading.Succeeded : Reading.Failed;
        }

        number = _number;
        return _numberReading == Reading.Succeeded;
    }

    /// <summary>The address a string spells.</summary>
    public bool TryGetAddress(out IpAddress address)
    {
        if (_addressReading == Reading.NotTried)
        {
            _addressReading = Kind == EventValueKind.String && IpAddress.TryParse(Text, out _address) ? Reading.Succeeded : Reading.Failed;
        }

        address = _address;
        return _addressReading == Reading.Succeeded;
    }

    public void Dispose()
    {
        if (_buffer is not null)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = null;
        }
    }

    private void Unescape()
    {
        if (_buffer is null || _buffer.Length < _raw.Length)
        {
            Dispose();
            _buffer = ArrayPool<byte>.Shared.Rent(_raw.Length);
        }

        _unescapedLength = JsonEscapes.Unescape(_raw, _buffer);
    }
}
