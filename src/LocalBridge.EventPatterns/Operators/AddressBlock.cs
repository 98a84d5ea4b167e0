namespace LocalBridge.EventPatterns.Operators;

/// <summary>Accepts strings that are IP addresses of a block: <c>{"cidr": …}</c>.</summary>
internal sealed class AddressBlock : ValueOperator
{
    private readonly UInt128 _mask;

    /// <param name="address">An address of the block; its host bits do not matter.</param>
    /// <param name="networkBits">How many leading bits the addresses of the block share.</param>
    public AddressBlock(IpAddress address, int networkBits)
    {
        int width = address.IsV6 ? 128 : 32;
        _mask = networkBits == 0 ? UInt128.Zero : UInt128.MaxValue << (width - networkBits);
        Network = address with { Bits = address.Bits & _mask };
    }

    public IpAddress Network { get; }

    public override bool Accepts(ref EventValue value) =>
        value.TryGetAddress(out IpAddress address) && address.IsV6 == Network.IsV6 && (address.Bits & _mask) == Network.Bits;
}
