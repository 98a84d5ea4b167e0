namespace LocalBridge.EventPatterns.Operators;

/// <summary>Accepts every spelling of one IP address: what a plain string means if it is an address literal.</summary>
internal sealed class ExactAddress(IpAddress address) : ValueOperator
{
    public IpAddress Address { get; } = address;

    public override bool Accepts(ref EventValue value) => value.TryGetAddress(out IpAddress found) && found == Address;
}
