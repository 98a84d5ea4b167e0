namespace LocalBridge.EventPatterns.Operators;

/// <summary>Accepts strings that are IP addresses of a block: <c>{"cidr": …}</c>.</summary>
/// <param name="address">An address of the block; its host bits do not matter.</param>
/// <param name="networkBits">How many leading bits the addresses of the block share.</param>
internal sealed class AddressBlock(IpAddress address, int networkBits) : ValueOperator
{
    public override void Describe(IValueTests tests) => tests.Address(address.Network(networkBits), networkBits);
}
