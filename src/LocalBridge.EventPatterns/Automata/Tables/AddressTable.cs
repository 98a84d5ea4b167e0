using LocalBridge.EventPatterns.Matching;
using LocalBridge.EventPatterns.Operators;

namespace LocalBridge.EventPatterns.Automata.Tables;

/// <summary>Blocks of addresses; a single address is a block of one. One look-up for each distinct width of block finds all that hold an address.</summary>
internal sealed class AddressTable
{
    private (bool IsV6, int Bits, ByteTable Networks)[] _widths = [];

    public bool IsEmpty => _widths.Length == 0;

    public AddressTable Clone() => new() { _widths = [.. _widths.Select(width => (width.IsV6, width.Bits, width.Networks.Clone()))] };

    public int Find(IpAddress network, int bits)
    {
        int index = IndexOf(network.IsV6, bits);
        return index < 0 ? Sink.None : Find(_widths[index].Networks, network);
    }

    public void Set(IpAddress network, int bits, int value)
    {
        int index = IndexOf(network.IsV6, bits);
        if (index < 0)
        {
            index = _widths.Length;
            _widths = [.. _widths, (network.IsV6, bits, new ByteTable())];
        }

        _widths[index].Networks.Set((ulong)network.Bits, (ulong)(network.Bits >> 64), PackedKey.MaximumLength, value);
    }

    public void Remove(IpAddress network, int bits)
    {
        int index = IndexOf(network.IsV6, bits);
        ByteTable networks = _widths[index].Networks;
        networks.Remove((ulong)network.Bits, (ulong)(network.Bits >> 64), PackedKey.MaximumLength);
        if (networks.Count == 0)
        {
            _widths = [.. _widths[..index], .. _widths[(index + 1)..]];
        }
    }

    public void Visit(IpAddress address, scoped ref ValueVisit visit)
    {
        foreach ((bool isV6, int bits, ByteTable networks) in _widths)
        {
            int sink = isV6 == address.IsV6 ? Find(networks, address.Network(bits)) : Sink.None;
            if (sink >= 0)
            {
                visit.Hit(sink);
            }
        }
    }

    private static int Find(ByteTable networks, IpAddress network) =>
        networks.Find((ulong)network.Bits, (ulong)(network.Bits >> 64), PackedKey.MaximumLength);

    private int IndexOf(bool isV6, int bits) => Array.FindIndex(_widths, width => width.IsV6 == isV6 && width.Bits == bits);
}
