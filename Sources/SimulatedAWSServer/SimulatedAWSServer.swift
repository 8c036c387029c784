// SimulatedAWSServer
