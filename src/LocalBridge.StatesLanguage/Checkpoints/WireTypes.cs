namespace LocalBridge.StatesLanguage.Checkpoints;

/// <summary>Says where in a tag its <see cref="WireType"/> stands.</summary>
internal static class WireTypes
{
    internal const int Bits = 2;
    internal const int Mask = (1 << Bits) - 1;
}
