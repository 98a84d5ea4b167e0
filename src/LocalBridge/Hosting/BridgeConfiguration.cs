namespace LocalBridge.Hosting;

/// <summary>One call of <c>AddLocalBridge</c>. Several add up.</summary>
internal sealed record BridgeConfiguration(Action<LocalBridgeBuilder> Configure);
