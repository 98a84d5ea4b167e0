namespace OrderFulfilment;

/// <summary>What a customer wants.</summary>
internal sealed record Order(int OrderId, string Item, decimal Total);

/// <summary>What the warehouse has put aside.</summary>
internal sealed record Reservation(string Item, string Shelf);

/// <summary>What the workflow says when it is done with an order.</summary>
internal sealed record OrderOutcome(int OrderId, string? By, string? Because);
