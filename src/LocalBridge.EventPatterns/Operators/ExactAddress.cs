namespace LocalBridge.EventPatterns.Operators;

/// <summary>Accepts every spelling of one IP address: what a plain string means if it is an address literal.</summary>
internal sealed class ExactAddress(IpAddress address) : ValueOperator
{
    public override void Describe(IValueTests tests) => tests.Address(address, address.Width);
}
