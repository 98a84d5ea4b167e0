Console.WriteLine("placeholder until the runner lands in this branch");
